#include "models/language/conllu.h"

#include "models/language/tags.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace demarche::language {

namespace {

bool isWordId(QByteArrayView id)
{
    return !id.isEmpty() && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void readComment(const QByteArray &line, ConlluSentence &sentence)
{
    if (line.startsWith("# text ="))
        sentence.text = QString::fromUtf8(line.mid(8)).trimmed();
    else if (line.startsWith("# newdoc"))
        sentence.document = QString::fromUtf8(line.mid(line.indexOf('=') + 1)).trimmed();
    else if (line == "# newpar" || line.startsWith("# newpar id") || line.startsWith("# newpar "))
        sentence.paragraph = true;
}

ConlluToken tokenOf(const QList<QByteArray> &columns)
{
    ConlluToken t;
    t.form = QString::fromUtf8(columns[1]);
    t.lemma = QString::fromUtf8(columns[2]);
    t.upos = uposFrom(QString::fromLatin1(columns[3]));
    t.xpos = xposFrom(QString::fromLatin1(columns[4]));
    t.head = columns[6].toInt();
    t.deprel = deprelFrom(QString::fromLatin1(columns[7]));
    const QByteArray misc = '|' + columns[9] + '|';
    t.spaceAfter = !misc.contains("|SpaceAfter=No|");
    t.typo = columns[5].contains("Typo=Yes") || misc.contains("|CorrectForm=");
    return t;
}

} // namespace

Result<std::vector<ConlluSentence>> readConllu(const QByteArray &bytes, const QString &where)
{
    std::vector<ConlluSentence> sentences;
    ConlluSentence current;
    int number = 0;
    int partsLeft = 0; // words of a multiword token still to come: no space stands between them
    bool spaceAfterParts = true;
    const auto flush = [&] {
        if (!current.tokens.empty())
            sentences.push_back(std::move(current));
        current = {};
        partsLeft = 0;
    };
    for (QByteArray line : bytes.split('\n')) {
        ++number;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty()) {
            flush();
        } else if (line.startsWith('#')) {
            readComment(line, current);
        } else {
            const QList<QByteArray> columns = line.split('\t');
            if (columns.size() != 10)
                return std::unexpected(Problem{
                    where, u"line %1 has %2 columns, CoNLL-U has ten"_s.arg(number).arg(columns.size())});
            if (const qsizetype dash = columns[0].indexOf('-'); dash > 0) {
                partsLeft = columns[0].mid(dash + 1).toInt() - columns[0].left(dash).toInt() + 1;
                spaceAfterParts = !columns[9].contains("SpaceAfter=No");
            } else if (isWordId(columns[0])) {
                ConlluToken token = tokenOf(columns);
                if (partsLeft > 0)
                    token.spaceAfter = --partsLeft == 0 && spaceAfterParts;
                if (!token.form.isEmpty())
                    current.tokens.push_back(std::move(token));
            }
        }
    }
    flush();
    return sentences;
}

text::Document documentOf(const std::vector<ConlluSentence> &sentences)
{
    text::Document document;
    for (const ConlluSentence &s : sentences) {
        text::Sentence bounds;
        bounds.firstToken = int(document.tokens.size());
        bounds.span.begin = document.text.size();
        bool space = false;
        for (const ConlluToken &t : s.tokens) {
            if (space)
                document.text += u' ';
            const qsizetype begin = document.text.size();
            document.text += t.form;
            document.tokens.push_back({{begin, document.text.size()}, t.spaceAfter});
            space = t.spaceAfter;
        }
        bounds.span.end = document.text.size();
        bounds.endToken = int(document.tokens.size());
        document.text += u'\n';
        document.sentences.push_back(bounds);
    }
    return document;
}

QByteArray writeConllu(const Annotation &a)
{
    std::vector<QByteArray> names(a.words.size());
    for (const Name &n : a.names) {
        for (int t = n.firstToken; t < n.endToken; ++t)
            names[size_t(t)] = (t == n.firstToken ? "NER=B-" : "NER=I-") + QByteArray(name(n.kind).data());
    }
    QByteArray out;
    for (const text::Sentence &s : a.document.sentences) {
        QString line = s.span.of(a.document.text).toString();
        out += "# text = " + line.simplified().toUtf8() + '\n';
        for (int t = s.firstToken; t < s.endToken; ++t) {
            const Word &w = a.words[size_t(t)];
            QByteArray misc = names[size_t(t)];
            if (!a.document.tokens[size_t(t)].spaceAfter)
                misc += misc.isEmpty() ? "SpaceAfter=No" : "|SpaceAfter=No";
            const QList<QByteArray> columns{
                QByteArray::number(t - s.firstToken + 1),
                a.form(t).toUtf8(),
                w.lemma.toUtf8(),
                name(w.upos).data(),
                xposName(w.xpos).data(),
                "_",
                QByteArray::number(w.head < 0 ? 0 : w.head - s.firstToken + 1),
                name(w.deprel).data(),
                "_",
                misc.isEmpty() ? "_" : misc,
            };
            out += columns.join('\t') + '\n';
        }
        out += '\n';
    }
    return out;
}

} // namespace demarche::language
