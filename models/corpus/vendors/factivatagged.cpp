#include "models/corpus/metadate.h"
#include "models/corpus/vendors/factivarecord.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

/// A field of a record: its tag, and the lines that stand with it.
struct Field
{
    QString tag;
    Lines lines;
};

const QSet<QString> &headTags()
{
    static const QSet<QString> tags{u"HD"_s, u"BY"_s, u"CR"_s, u"WC"_s, u"PD"_s,  u"ET"_s,  u"SN"_s,
                                    u"SC"_s, u"ED"_s, u"PG"_s, u"LA"_s, u"CY"_s,  u"SE"_s,  u"CLM"_s,
                                    u"GC"_s, u"LP"_s, u"TD"_s, u"CX"_s, u"VOL"_s, u"NGC"_s, u"DLN"_s};
    return tags;
}

const QSet<QString> &indexTags()
{
    static const QSet<QString> tags{u"RF"_s,  u"CO"_s,  u"IN"_s,  u"NS"_s, u"RE"_s,  u"IPC"_s,
                                    u"IPD"_s, u"PUB"_s, u"CT"_s,  u"AN"_s, u"ART"_s, u"RST"_s,
                                    u"DS"_s,  u"TIC"_s, u"PER"_s, u"CN"_s};
    return tags;
}

/// Which of the two ways of setting a tag an export has.
enum class Setting { Unknown, Alone, Gap, Space };

/// Splits lines into fields. A tag stands on a line of its own, or before a gap, or, in exports that do so
/// from their first headline on, before a single space.
class FieldSplitter
{
public:
    std::vector<Field> split(LineSpan lines)
    {
        for (const Line &line : lines) {
            if (isPageMark(line.text))
                continue;
            if (const QString tag = tagOf(line); !tag.isEmpty())
                begin(tag, line);
            else if (!m_fields.empty())
                m_fields.back().lines.push_back(line);
            else
                m_above.push_back(line);
        }
        return std::move(m_fields);
    }

    /// What stood above the first field.
    [[nodiscard]] Lines takeAbove() { return std::move(m_above); }

private:
    [[nodiscard]] bool isInBody() const
    {
        return !m_fields.empty() && (m_fields.back().tag == "LP"_L1 || m_fields.back().tag == "TD"_L1);
    }

    /// Tags that may follow where we are: inside the text only more text and the index.
    [[nodiscard]] bool mayFollow(const QString &tag) const
    {
        if (!isInBody())
            return headTags().contains(tag) || indexTags().contains(tag);
        return tag == "TD"_L1 || tag == "HD"_L1 || tag == "SE"_L1 || indexTags().contains(tag);
    }

    [[nodiscard]] QString tagOf(const Line &line)
    {
        const qsizetype space = line.text.indexOf(u' ');
        QString word = space < 0 ? line.text : line.text.first(space);
        if (word.size() < 2 || word.size() > 3 || !mayFollow(word))
            return {};
        const Setting setting = space < 0                 ? Setting::Alone
                                : line.gap == word.size() ? Setting::Gap
                                                          : Setting::Space;
        if (setting != Setting::Space)
            return word;
        if (m_setting == Setting::Unknown && word == "HD"_L1)
            m_setting = Setting::Space;
        return m_setting == Setting::Space && fitsAfterSpace(word, line.text.sliced(space + 1)) ? word
                                                                                                : QString();
    }

    /// Prose may begin with "IN" or "RE": there the value must look like one.
    [[nodiscard]] bool fitsAfterSpace(const QString &tag, const QString &value) const
    {
        if (tag == "AN"_L1)
            return !accessionOf(value).isEmpty();
        if (!isInBody() || tag == "TD"_L1)
            return true;
        return value.contains(" : "_L1) || value.contains(" | "_L1) || tag.size() == 3;
    }

    void begin(const QString &tag, const Line &line)
    {
        m_fields.push_back({tag, {}});
        const QString rest = line.text.sliced(tag.size()).trimmed();
        if (!rest.isEmpty())
            m_fields.back().lines.push_back({.text = rest, .heading = line.heading});
    }

    std::vector<Field> m_fields;
    Lines m_above;
    Setting m_setting = Setting::Unknown;
};

/// True where a field begins another article: its tag was there before, or the text and the index are over.
bool beginsAnother(const std::vector<Field> &record, const Field &field)
{
    const auto has = [&record](QLatin1StringView tag) {
        return std::ranges::any_of(record, [tag](const Field &one) { return one.tag == tag; });
    };
    if (record.empty())
        return false;
    const bool repeated =
        std::ranges::any_of(record, [&field](const Field &one) { return one.tag == field.tag; });
    const bool isOver = has("AN"_L1) && record.size() > 1 && record.back().tag == "AN"_L1;
    const bool hasText = has("LP"_L1) || has("TD"_L1);
    return repeated || isOver || (hasText && (field.tag == "HD"_L1 || field.tag == "SE"_L1));
}

Lines valueOf(const std::vector<Field> &record, QLatin1StringView tag)
{
    const auto found = std::ranges::find_if(record, [tag](const Field &field) { return field.tag == tag; });
    return found == record.end() ? Lines() : found->lines;
}

FactivaRecord recordOf(const std::vector<Field> &fields)
{
    FactivaRecord record;
    record.headline = joined(valueOf(fields, "HD"_L1));
    record.byline = joined(valueOf(fields, "BY"_L1));
    record.source = joined(valueOf(fields, "SN"_L1));
    record.language = joined(valueOf(fields, "LA"_L1));
    record.day = leadingDate(joined(valueOf(fields, "PD"_L1)));
    const Lines numbers = valueOf(fields, "AN"_L1);
    record.accession = numbers.empty() ? QString() : accessionOf(numbers.front().text);
    for (const auto tag : {"LP"_L1, "TD"_L1}) {
        Lines part = valueOf(fields, tag);
        if (!part.empty())
            part.front().opens = true;
        record.body.insert(record.body.end(), part.begin(), part.end());
    }
    return record;
}

} // namespace

std::vector<FactivaRecord> taggedRecords(LineSpan lines)
{
    std::vector<FactivaRecord> records;
    std::vector<Field> fields;
    FieldSplitter splitter;
    for (Field &field : splitter.split(lines)) {
        if (beginsAnother(fields, field)) {
            records.push_back(recordOf(fields));
            fields.clear();
        }
        fields.push_back(std::move(field));
    }
    if (!fields.empty())
        records.push_back(recordOf(fields));
    if (!records.empty())
        records.front().above = splitter.takeAbove();
    return records;
}

} // namespace demarche::corpus::vendors
