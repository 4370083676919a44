#include "app/commands/evalstories.h"

#include "app/commands/options.h"
#include "models/corpus/files.h"
#include "models/corpus/stories/evaluation/evaluation.h"

#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

using corpus::stories::evaluation::Score;

struct Texts
{
    QStringList uris;
    std::vector<QString> texts;
};

void print(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

Texts textsIn(const QString &folder)
{
    Texts all;
    std::vector<Problem> problems;
    const corpus::Sink sink{[&all](corpus::Article &&article) {
                                all.uris << article.uri;
                                all.texts.push_back(std::move(article.text));
                                return true;
                            },
                            [](Problem &&problem) { say(problem.line()); }};
    for (const corpus::FileEntry &file : corpus::filesOf({folder}, problems)) {
        if (const Result<void> read = corpus::readFile(file.path, sink); !read)
            say(read.error().line());
    }
    return all;
}

QString percent(double share)
{
    return QString::number(100 * share, 'f', 2);
}

void print(const Score &score)
{
    if (score.pairs > 0)
        print(u"%1 P %2  R %3  (%4 of %5 found, %6 joined wrongly)"_s
                  .arg(score.kind, -34)
                  .arg(percent(score.precision()), 6)
                  .arg(percent(score.recall()), 6)
                  .arg(score.found)
                  .arg(score.pairs)
                  .arg(score.wrong));
    else
        print(u"%1 %2 of %3 joined wrongly"_s.arg(score.kind, -34).arg(score.wrong).arg(score.made));
}

} // namespace

int evalStories(const QString &data)
{
    const QString below = data + u"/articles"_s;
    const Texts texts = textsIn(QFileInfo(below).isDir() ? below : data);
    if (texts.texts.size() < 2) {
        say(data + u": holds no articles to make pairs of"_s);
        return SomethingUnread;
    }
    const auto scores = corpus::stories::evaluation::evaluate(texts.texts);
    for (const Score &score : scores.kinds)
        print(score);
    print(scores.total());
    for (const auto &[a, b] : scores.natural)
        print(u"one story as they are: %1 and %2"_s.arg(texts.uris.value(qsizetype(a)),
                                                        texts.uris.value(qsizetype(b))));
    return AllRead;
}

} // namespace demarche::app
