#include "models/language/training/corpora.h"

#include "models/language/nametagger.h"
#include "models/language/tags.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace demarche::language::training {

namespace {

WorkSentence workOf(const QStringList &forms, const Clusters &clusters)
{
    WorkSentence work;
    work.resize(int(forms.size()));
    for (int i = 0; i < work.size(); ++i)
        work.lex(i) = lexeme(forms[i], clusters);
    work.findShouting();
    return work;
}

NameKind kindFrom(QByteArrayView tag)
{
    const QByteArrayView kind = tag.sliced(std::min<qsizetype>(2, tag.size()));
    return kind == "PER"    ? NameKind::Person
           : kind == "ORG"  ? NameKind::Organization
           : kind == "LOC"  ? NameKind::Location
           : kind == "MISC" ? NameKind::Misc
                            : NameKind::None;
}

// IOB or IOB2 to BILOU.
std::vector<std::uint8_t> classesOf(const std::vector<QByteArray> &tags)
{
    std::vector<std::uint8_t> classes(tags.size(), OutsideName);
    const auto opens = [&](size_t i) {
        return kindFrom(tags[i]) != NameKind::None &&
               (tags[i].startsWith('B') || i == 0 || kindFrom(tags[i - 1]) != kindFrom(tags[i]));
    };
    for (size_t i = 0; i < tags.size(); ++i) {
        const NameKind kind = kindFrom(tags[i]);
        if (kind == NameKind::None)
            continue;
        const bool begins = opens(i);
        const bool ends = i + 1 == tags.size() || kindFrom(tags[i + 1]) != kind || opens(i + 1);
        const NamePart part =
            begins ? (ends ? NamePart::Unit : NamePart::Begin) : (ends ? NamePart::Last : NamePart::Inside);
        classes[i] = std::uint8_t(nameClass(kind, part));
    }
    return classes;
}

} // namespace

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{path, file.errorString()});
    return file.readAll();
}

Result<std::vector<TreeSentence>> readTreebank(const QString &path, const Clusters &clusters)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto sentences = readConllu(*bytes, path);
    if (!sentences)
        return std::unexpected(sentences.error());
    std::vector<TreeSentence> trees;
    trees.reserve(sentences->size());
    for (const ConlluSentence &s : *sentences) {
        TreeSentence tree;
        for (const ConlluToken &t : s.tokens) {
            tree.forms.append(t.form);
            tree.lemmas.append(t.lemma);
            tree.xpos.push_back(t.xpos);
            tree.upos.push_back(std::uint8_t(t.upos));
            tree.heads.push_back(t.head == 0 ? int(s.tokens.size()) : t.head - 1);
            tree.labels.push_back(t.deprel);
            tree.typos.push_back(t.typo);
        }
        tree.work = workOf(tree.forms, clusters);
        trees.push_back(std::move(tree));
    }
    return trees;
}

Result<std::vector<NameSentence>> readNames(const QString &path, const Clusters &clusters, Part part,
                                            int tenth)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    std::vector<NameSentence> sentences;
    QStringList forms;
    std::vector<QByteArray> tags;
    int document = 0;
    bool begun = false; // the document has a word
    unsigned kinds = 0;
    const auto flush = [&] {
        const bool heldOut = document % 10 == tenth;
        if (!forms.isEmpty() && (part == Part::All || (part == Part::HeldOut) == heldOut))
            sentences.push_back({workOf(forms, clusters), forms, classesOf(tags), 0, document, {}, {}, {}});
        forms.clear();
        tags.clear();
    };
    for (QByteArray line : bytes->split('\n')) {
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith("-DOC")) {
            flush();
            if (!line.isEmpty()) {
                document += begun;
                begun = false;
            }
            continue;
        }
        const qsizetype cut = std::max(line.lastIndexOf('\t'), line.lastIndexOf(' '));
        if (cut < 0)
            return std::unexpected(Problem{path, u"a line without two columns"_s});
        forms.append(QString::fromUtf8(line.left(std::max(line.indexOf('\t'), line.indexOf(' ')))));
        tags.push_back(line.mid(cut + 1));
        begun = true;
        kinds |= 1u << unsigned(kindFrom(tags.back()));
    }
    flush();
    for (NameSentence &s : sentences)
        s.kinds = kinds;
    return sentences;
}

} // namespace demarche::language::training
