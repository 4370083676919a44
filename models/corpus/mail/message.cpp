#include "models/corpus/mail/message.h"

#include "models/corpus/html/content.h"
#include "models/corpus/provenance.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::mail {

namespace {

/// The article's text of a page, or, as newsletters seldom have one stretch of prose, all of it.
QString textOfHtml(const QString &page, const QString &title)
{
    if (page.isEmpty())
        return {};
    const Result<html::Tree> tree = html::Tree::parse(page);
    const QString all = html::plainText(page);
    const QString article = tree ? html::articleText(*tree, title) : QString();
    return article.size() * 2 > all.size() ? article : all;
}

/// Signatures and "> " quotations of earlier mail are not the message's own words.
QString withoutQuotations(const QString &plain)
{
    QStringList kept;
    for (const QString &line : plain.split(u'\n')) {
        if (line == "-- "_L1)
            break;
        if (line.startsWith(">From "_L1)) // a mailbox guards such lines so
            kept << line.sliced(1);
        else if (!line.startsWith(u'>'))
            kept << line;
    }
    return kept.join(u'\n').trimmed();
}

void setSender(GMimeMessage *message, Article &article)
{
    InternetAddressList *from = g_mime_message_get_from(message);
    if (from == nullptr || internet_address_list_length(from) == 0)
        return;
    InternetAddress *address = internet_address_list_get_address(from, 0);
    const QString name = utf8(internet_address_get_name(address)).simplified();
    const QString mail = INTERNET_ADDRESS_IS_MAILBOX(address)
                             ? utf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)))
                             : QString();
    article.publisher = name.isEmpty() ? mail : name;
}

void setDate(GMimeMessage *message, Article &article)
{
    GDateTime *date = g_mime_message_get_date(message);
    if (date == nullptr)
        return;
    const QDate day(g_date_time_get_year(date), g_date_time_get_month(date),
                    g_date_time_get_day_of_month(date));
    if (day.isValid() && day.year() >= 1970)
        article.published = {day, analysis::DateBasis::Metadata};
}

} // namespace

Article articleOf(GMimeMessage *message, const Parts &parts)
{
    Article article;
    article.title = utf8(g_mime_message_get_subject(message)).simplified();
    setSender(message, article);
    setDate(message, article);
    article.text = textOfHtml(parts.html.text, article.title);
    const bool isPlain = article.text.isEmpty();
    if (isPlain)
        article.text = withoutQuotations(parts.plain.text);
    setEncoding(article, isPlain ? parts.plain : parts.html);
    return article;
}

} // namespace demarche::corpus::mail
