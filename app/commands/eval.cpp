#include "app/commands/evalstories.h"
#include "app/commands/options.h"
#include "models/analysis/training/quotescores.h"
#include "models/knowledge/evaluate.h"
#include "models/knowledge/knowledge.h"
#include "models/language/evaluation/scores.h"
#include "models/language/training/corpora.h"
#include "models/text/resource.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

using namespace language;
using namespace language::evaluation;

constexpr QLatin1StringView commandName("eval");
constexpr QLatin1StringView commandSummary("measures the language models on development data, or how copies of a story are recognised");

void print(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

QString percent(double share)
{
    return QString::number(100 * share, 'f', 2);
}

QString line(const QString &what, const Tally &t)
{
    return u"%1 P %2  R %3  F1 %4"_s.arg(what, -28).arg(percent(t.precision()), percent(t.recall()),
                                                        percent(t.f1()));
}

void evalSyntax(const Annotator &annotator, const QString &set, const std::vector<ConlluSentence> &gold)
{
    const SyntaxScore s = scoreSyntax(annotator, gold);
    const auto share = [&](int n) { return percent(Tally::share(n, s.tokens)); };
    print(u"%1 UPOS %2  XPOS %3  lemma %4  UAS %5  LAS %6"_s.arg(set + u" (gold tokens)"_s, -28)
              .arg(share(s.upos), share(s.xpos), share(s.lemmas), share(s.heads), share(s.arcs)));
}

void evalTreebank(const Annotator &annotator, const QString &path, const QString &set,
                  const QStringList &parts)
{
    const auto bytes = training::readFile(path);
    const auto gold = bytes ? readConllu(*bytes, path) : std::unexpected(bytes.error());
    if (!gold) {
        print(u"%1 missing: %2"_s.arg(set, -28).arg(gold.error().line()));
        return;
    }
    evalSyntax(annotator, set, *gold);
    for (const QString &part : parts) {
        const SegmentationScore s = scoreSegmentation(*gold, part);
        const QString what =
            set + (part.isEmpty() ? QString() : u' ' + part.chopped(1).mid(part.indexOf(u'_') + 1));
        print(line(what + u" raw tokens"_s, s.tokens));
        print(line(what + u" raw sentences"_s, s.sentences));
    }
}

void evalNames(const Annotator &annotator, const QString &path, const QString &set,
               std::optional<int> tenth = std::nullopt)
{
    const auto score = scoreNames(annotator, path, tenth);
    if (!score) {
        print(u"%1 missing: %2"_s.arg(set, -28).arg(score.error().line()));
        return;
    }
    print(line(set, score->all) + u"  (PER %1  ORG %2  LOC %3)"_s.arg(percent(score->persons.f1()),
                                                                      percent(score->organizations.f1()),
                                                                      percent(score->locations.f1())));
}

// "Mention → state" checks of another system, against the tables of names.
void evalMentions(const QString &path)
{
    const auto knowledge = knowledge::Knowledge::shipped();
    const auto score =
        knowledge ? knowledge::scoreMentions(**knowledge, path) : std::unexpected(knowledge.error());
    if (!score) {
        print(u"%1 missing: %2"_s.arg(u"mentions to states"_s, -28).arg(score.error().line()));
        return;
    }
    print(u"%1 %2 of %3 right, %4"_s.arg(u"mentions to states"_s, -28)
              .arg(score->right)
              .arg(score->all)
              .arg(percent(score->share())));
}

void evalQuotes(const std::shared_ptr<const Annotator> &annotator, const QString &path)
{
    const auto knowledge = knowledge::Knowledge::shipped();
    const auto scores =
        knowledge
            ? analysis::training::scoreQuotes(analysis::Pipeline(annotator, **knowledge), path, u"dev"_s)
            : Result<analysis::training::QuoteScores>(std::unexpected(knowledge.error()));
    if (!scores) {
        print(u"%1 missing: %2"_s.arg(u"quotes"_s, -28).arg(scores.error().line()));
        return;
    }
    static constexpr std::array kinds{"direct quotes"_L1, "mixed quotes"_L1, "indirect quotes"_L1};
    for (size_t k = 0; k < kinds.size(); ++k) {
        const auto &s = (*scores)[k];
        print(u"%1 P %2  R %3  speakers %4"_s.arg(kinds[k], -28)
                  .arg(percent(s.precision()), percent(s.recall()),
                       percent(Tally::share(s.speakersRight, s.speakers))));
    }
}

// How many articles are taken for English, and which are not.
void evalLanguages(const QString &data)
{
    const LanguageCount count = countLanguages(data + u"/articles"_s);
    int english = 0;
    QStringList others;
    for (const auto &[code, files] : count.files) {
        if (code == u"en"_s)
            english = int(files.size());
        else
            others.append((code.isEmpty() ? u"unknown"_s : code) + u' ' + files.join(u' '));
    }
    if (count.articles == 0)
        return;
    print(u"%1 %2 of %3 articles in English, told in %4 µs each; others: %5"_s.arg(u"language"_s, -28)
              .arg(english)
              .arg(count.articles)
              .arg(1e6 * count.seconds / count.articles, 0, 'f', 0)
              .arg(others.isEmpty() ? u"none"_s : others.join(u", "_s)));
}

// Raw articles where there are some, else the treebank's own sentences, from text to trees and names.
void evalSpeed(const Annotator &annotator, const QString &data)
{
    std::vector<QString> texts;
    const QDir articles(data + u"/articles"_s);
    for (const QString &name : articles.entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        if (const auto bytes = training::readFile(articles.filePath(name)))
            texts.push_back(QString::fromUtf8(*bytes));
    }
    if (texts.empty()) {
        print(u"%1 missing: %2 holds no articles"_s.arg(u"speed"_s, -28).arg(articles.path()));
        return;
    }
    const std::clock_t start = std::clock(); // of this process: others on the machine do not count
    size_t tokens = 0;
    for (const QString &text : texts)
        tokens += annotator.annotate(text::segment(text)).words.size();
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    print(
        u"%1 %2 tokens/s, one thread, from raw text to trees and names (%3 tokens in %4 s of processor time)"_s
            .arg(u"speed"_s, -28)
            .arg(double(tokens) / seconds, 0, 'f', 0)
            .arg(tokens)
            .arg(seconds, 0, 'f', 2));
}

int run(const QStringList &arguments)
{
    CommandLine options(commandName, commandSummary, u"[--model FILE] DATA | stories DATA"_s);
    options.add(u"model"_s, u"Measure these models instead of those built in."_s, u"FILE"_s);
    options.add(u"held-out"_s, u"Which tenth of the name corpus the models have not learnt from, 0 … 9."_s,
                u"N"_s, u"0"_s);
    if (const auto status = options.parse(arguments))
        return *status;
    bool isNumber = false;
    const int tenth = options.value(u"held-out"_s).toInt(&isNumber);
    if (!isNumber || tenth < 0 || tenth > 9)
        return options.wrong(u"--held-out takes 0 to 9"_s);
    if (options.paths().size() == 2 && options.paths().constFirst() == "stories"_L1) {
        if (QFileInfo(options.paths().constLast()).isDir())
            return evalStories(options.paths().constLast());
        say(options.paths().constLast() + u": no such folder"_s);
        return SomethingUnread;
    }
    if (options.paths().size() != 1)
        return options.wrong(u"name the folder with the corpora (ud/, ner/, quotes/, articles/)"_s);
    const QString data = options.paths().constFirst(), model = options.value(u"model"_s);
    if (!QFileInfo(data).isDir()) {
        say(data + u": no such folder"_s);
        return SomethingUnread;
    }
    QElapsedTimer clock;
    clock.start();
    const auto annotator = model.isEmpty() ? Annotator::shipped() : Annotator::load(model);
    if (!annotator) {
        say(annotator.error().line());
        return SomethingUnread;
    }
    const double load = double(clock.nsecsElapsed()) / 1e6;
    const auto shipped = resource(u"language/english.model"_s);
    const qint64 size = model.isEmpty() ? (shipped ? shipped->size() : 0) : QFileInfo(model).size();
    print(u"%1 %2 MB, loaded in %3 ms"_s.arg(u"models"_s, -28)
              .arg(double(size) / 1e6, 0, 'f', 2)
              .arg(load, 0, 'f', 1));
    evalTreebank(**annotator, data + u"/ud/en_ewt-ud-dev.conllu"_s, u"EWT dev"_s, {QString()});
    evalTreebank(**annotator, data + u"/ud/en_gum-ud-dev.conllu"_s, u"GUM dev"_s,
                 {QString(), u"GUM_news_"_s});
    evalNames(**annotator, data + u"/ner/eww.train"_s, u"names, EWW held-out tenth"_s, tenth);
    evalNames(**annotator, data + u"/ner/uner.dev"_s, u"names, UNER dev"_s);
    evalNames(**annotator, data + u"/ner/conll.testa"_s, u"names, CoNLL-2003 testa"_s);
    evalMentions(data + u"/../facts/actor_tests_ngec.jsonl"_s);
    evalQuotes(*annotator, data + u"/quotes/quotes.jsonl"_s);
    evalLanguages(data);
    evalSpeed(**annotator, data);
    return AllRead;
}

} // namespace

extern const Command eval;
const Command eval{commandName, commandSummary, false, run};

} // namespace demarche::app
