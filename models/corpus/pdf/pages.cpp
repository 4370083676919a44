#include "models/corpus/pdf/pages.h"

#include <QDateTime>

#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace demarche::corpus::pdf {

namespace {

constexpr int mostPages = 500;
constexpr size_t mostWords = 500'000; ///< of all pages together

QString text(const poppler::ustring &words)
{
    const poppler::byte_array utf8 = words.to_utf8();
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// Letters that fonts join, apart again.
QString unjoined(QString word)
{
    const bool joined =
        std::ranges::any_of(word, [](QChar c) { return c.unicode() >= 0xFB00 && c.unicode() <= 0xFB06; });
    return joined ? word.normalized(QString::NormalizationForm_KC) : word;
}

bool isBold(const std::string &font)
{
    const QString name = QString::fromLatin1(font);
    return name.contains("bold"_L1, Qt::CaseInsensitive) || name.contains("black"_L1, Qt::CaseInsensitive) ||
           name.contains("heavy"_L1, Qt::CaseInsensitive);
}

Word wordOf(const poppler::text_box &box)
{
    const poppler::rectf r = box.bbox();
    Word word{unjoined(text(box.text())), {r.x(), r.y(), r.width(), r.height()}};
    word.spaceAfter = box.has_space_after();
    word.size = r.height();
    if (box.has_font_info()) {
        word.size = box.get_font_size();
        word.bold = isBold(box.get_font_name());
    }
    return word;
}

Page pageOf(const poppler::document &document, int number)
{
    const std::unique_ptr<poppler::page> page(document.create_page(number));
    if (!page)
        return {};
    Page read{page->page_rect().height(), {}};
    for (const poppler::text_box &box : page->text_list(poppler::page::text_list_include_font)) {
        if (box.rotation() == 0) // what stands athwart is a watermark
            read.words.push_back(wordOf(box));
    }
    return read;
}

void readProperties(const poppler::document &document, Pages &pages)
{
    pages.title = text(document.get_title()).simplified();
    pages.author = text(document.get_author()).simplified();
    if (const std::time_t created = document.get_creation_date_t(); created > 0)
        pages.created = QDateTime::fromSecsSinceEpoch(created, Qt::UTC).date();
}

} // namespace

Result<Pages> readPages(QByteArrayView bytes)
{
    poppler::set_debug_error_function([](const std::string &, void *) {}, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), int(bytes.size())));
    if (!document)
        return std::unexpected(Problem{{}, u"a PDF that is damaged"_s});
    if (document->is_locked())
        return std::unexpected(Problem{{}, u"protected by a password"_s});
    Pages pages;
    readProperties(*document, pages);
    size_t words = 0;
    const int count = document->pages();
    for (int number = 0; number < std::min(count, mostPages) && words < mostWords; ++number) {
        pages.pages.push_back(pageOf(*document, number));
        words += pages.pages.back().words.size();
    }
    pages.leftOut = count - int(pages.pages.size());
    if (words == 0)
        return std::unexpected(
            Problem{{},
                    count > 0 ? u"a PDF of pictures without text; it needs text recognition (OCR) first"_s
                              : u"a PDF without pages"_s});
    return pages;
}

} // namespace demarche::corpus::pdf
