#include "models/corpus/document/article.h"

#include "models/corpus/texthead.h"

#include <QRegularExpression>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

constexpr qsizetype longestTitle = 250;
constexpr qsizetype longestTableCell = 150;      ///< longer ones are prose that a table only arranges
constexpr QChar lineBreak(QChar::LineSeparator); ///< inside a paragraph

/// A paragraph's words, its inner breaks kept apart from its end.
QString lineOf(const Paragraph &paragraph)
{
    QStringList lines;
    for (const QString &line : paragraph.text().split(u'\n')) {
        if (QString one = line.simplified(); !one.isEmpty())
            lines << one;
    }
    return lines.join(lineBreak);
}

bool isOneRow(const Paragraph &a, const Paragraph &b)
{
    return a.table > 0 && a.table == b.table && a.row == b.row;
}

using Paragraphs = std::span<const Paragraph>;

/// The paragraphs of a table's row, as one line where its cells are a table's and not a page's columns.
void addRow(Paragraphs row, QStringList &lines)
{
    QStringList cells;
    for (const Paragraph &paragraph : row)
        cells << lineOf(paragraph);
    const bool isData =
        row.back().cell == int(row.size()) &&
        std::ranges::all_of(cells, [](const QString &cell) { return cell.size() <= longestTableCell; });
    if (isData)
        lines << cells.join(u'\t').trimmed();
    else
        lines << cells;
}

/// One line a paragraph or a table's row; empty ones for what parts them.
QStringList linesOf(Paragraphs paragraphs)
{
    QStringList lines;
    for (size_t begin = 0; begin < paragraphs.size();) {
        size_t end = begin + 1;
        while (end < paragraphs.size() && isOneRow(paragraphs[begin], paragraphs[end]))
            ++end;
        if (paragraphs[begin].table > 0)
            addRow(paragraphs.subspan(begin, end - begin), lines);
        else
            lines << lineOf(paragraphs[begin]);
        begin = end;
    }
    return lines;
}

/// All but the lines of tables of contents.
std::vector<Paragraph> ownParagraphs(const Document &document)
{
    static const QRegularExpression contents(u"^(?:toc|contents|table of figures)\\b"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    std::vector<Paragraph> own = document.paragraphs;
    std::erase_if(own, [](const Paragraph &one) { return contents.match(one.style).hasMatch(); });
    return own;
}

/// True for a first paragraph that by its looks is the title: a heading, or bold among others that are not.
bool isTitle(Paragraphs paragraphs)
{
    const Paragraph &first = paragraphs.front();
    if (first.text().size() > longestTitle)
        return false;
    const auto isProse = [](const Paragraph &p) {
        return !p.isBold() && p.heading == 0 && !p.text().isEmpty();
    };
    return first.heading > 0 || (first.isBold() && std::ranges::any_of(paragraphs.subspan(1), isProse));
}

/// What word processors fill in where nobody did.
QString properTitle(QString title)
{
    static const QRegularExpression lead(u"^Microsoft Word - "_s);
    static const QRegularExpression empty(
        u"^(?:untitled|document ?\\d*|unbenannt|sans titre|no title|title)$|\\.(?:docx?|rtf|odt|pdf|indd|txt|html?)$|^[\\W\\d]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    title.remove(lead);
    return empty.match(title.trimmed()).hasMatch() ? QString() : title.simplified();
}

/// Names of people, and not of accounts and machines.
QStringList properNames(const QStringList &authors)
{
    static const QRegularExpression account(
        u"@|\\b(?:admin\\w*|user|owner|unknown|microsoft|office|author|docx|staff|editor)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression name(u"^\\p{Lu}[\\p{L}.'’-]*(?: [\\p{L}.'’-]+){1,4}$"_s);
    QStringList names;
    for (const QString &author : authors) {
        const QString one = author.simplified();
        if (name.match(one).hasMatch() && !account.match(one).hasMatch())
            names << one;
    }
    return names;
}

/// Lines as the paragraphs of an article's text.
QString parted(const QString &lines)
{
    QStringList paragraphs;
    for (const QString &line : lines.split(u'\n')) {
        if (!line.isEmpty())
            paragraphs << line;
    }
    return paragraphs.join(u"\n\n"_s).replace(lineBreak, u'\n');
}

} // namespace

Result<Article> articleOf(const Document &document)
{
    const std::vector<Paragraph> paragraphs = ownParagraphs(document);
    Paragraphs rest = paragraphs;
    while (!rest.empty() && rest.front().text().isEmpty())
        rest = rest.subspan(1);
    QString shown;
    if (rest.size() > 1 && isTitle(rest)) {
        shown = lineOf(rest.front()).replace(lineBreak, u' ');
        rest = rest.subspan(1);
    }
    const QString lined = linesOf(rest).join(u'\n');
    TextHead head = readTextHead(lined);
    Article article = std::move(head.article);
    article.text = parted(head.body.of(lined).toString());
    if (article.text.isEmpty())
        return std::unexpected(Problem{{}, u"a document without a text"_s});
    // Below a title that is set as one, what looks like another may be who wrote it.
    if (!shown.isEmpty() && article.byline.isEmpty())
        article.byline = properNames({article.title});
    const QString &best = shown.isEmpty() ? article.title : shown;
    article.title = best.isEmpty() ? properTitle(document.title) : QString(best).replace(lineBreak, u' ');
    if (article.byline.isEmpty())
        article.byline = properNames(document.authors);
    if (!article.published.date.isValid() && document.created.isValid())
        article.published = {document.created, analysis::DateBasis::File};
    if (!document.language.isEmpty())
        article.language = document.language;
    article.warnings += document.warnings;
    return article;
}

} // namespace demarche::corpus::document
