#include "models/corpus/html/titles.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

constexpr qsizetype longestSite = 50;
constexpr int mostSiteWords = 5;
constexpr double leastOfTitle = 0.35; ///< that a heading in it must make up

const QRegularExpression &parting()
{
    static const QRegularExpression pattern(
        u"\\s+(?:[|–—·•»«:/]|-|::|\\|\\|)\\s+|\\s*\\|\\s*|(?<=\\p{L})_(?=\\p{Lu})|(?<=\\d)_(?=\\p{Lu})"_s);
    return pattern;
}

QString letters(const QString &text)
{
    QString only;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            only += c.toLower();
    }
    return only;
}

bool isSame(const QString &a, const QString &b)
{
    return !letters(a).isEmpty() && letters(a) == letters(b);
}

/// "The Harbour Post", not "what we know so far".
bool isNameShaped(const QString &part)
{
    const QStringList words = part.split(u' ', Qt::SkipEmptyParts);
    const auto small = std::ranges::count_if(words, [](const QString &w) { return w.front().isLower(); });
    return !words.isEmpty() && words.size() <= mostSiteWords && part.size() <= longestSite &&
           !part.front().isLower() && small * 3 <= words.size();
}

/// "post.example" and the like.
bool isHost(const QString &part)
{
    static const QRegularExpression pattern(u"^[a-z0-9-]+(?:\\.[a-z0-9-]+)+$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(part).hasMatch();
}

/// The parts of what stands beside an article's title that can be a site's or a section's name.
QStringList namesIn(const QString &text)
{
    static const QRegularExpression partings(
        u"\\s*[|–—·•»«:,]+\\s*|\\s+[/-]\\s+|^\\s*/\\s*|^_|^\\s*-\\s*|\\s*-\\s*$|-(?=\\S+\\.\\S+$)"_s);
    QStringList names;
    for (const QString &part : text.split(partings, Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!name.isEmpty() && !isHost(name) && (name.size() <= longestSite || isInstitution(name)) &&
            !name.front().isLower())
            names << name;
    }
    return names;
}

QString headingIn(const QString &title, const QStringList &headings)
{
    QString best;
    for (const QString &heading : headings) {
        if (heading.size() > best.size() && title.contains(heading, Qt::CaseInsensitive))
            best = heading;
    }
    return double(best.size()) >= leastOfTitle * double(title.size()) ? best : QString();
}

} // namespace

bool isInstitution(const QString &part)
{
    constexpr qsizetype longest = 120;
    static const QRegularExpression house(
        u"^(?:the )?(?:(?:federal|royal|national|general) "
        u")?(?:ministry|department|office|embassy|consulate|government|"
        "delegation|permanent mission|secretariat|parliament|presidency|directorate)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList joining{u"of"_s, u"for"_s, u"the"_s, u"and"_s, u"to"_s, u"in"_s, u"at"_s};
    const QStringList words = part.split(u' ', Qt::SkipEmptyParts);
    return part.size() <= longest && house.match(part).hasMatch() &&
           std::ranges::all_of(
               words, [](const QString &word) { return !word.front().isLower() || joining.contains(word); });
}

QString withoutSite(const QString &title, const QString &site, const QStringList &headings)
{
    if (const QString heading = headingIn(title, headings); !heading.isEmpty())
        return heading;
    if (!site.isEmpty() && title.startsWith(site + u": "_s, Qt::CaseInsensitive))
        return title.sliced(site.size() + 2).trimmed();
    QStringList parts = title.split(parting());
    if (parts.size() > 1 && isSame(parts.front(), site))
        return title.sliced(title.indexOf(parts[1], parts.front().size()));
    const bool endsWithHeadline =
        !isNameShaped(parts.back()) && !isInstitution(parts.back()) && !isSame(parts.back(), site);
    if (parts.size() > 1 && endsWithHeadline && std::all_of(parts.begin(), parts.end() - 1, isNameShaped))
        return parts.back();
    // Sections and site are taken off the end; with a bar, whatever is behind it.
    qsizetype end = title.size();
    while (parts.size() > 1 && (isSame(parts.back(), site) || isHost(parts.back()) ||
                                isNameShaped(parts.back()) || isInstitution(parts.back()))) {
        end = title.lastIndexOf(parts.back(), end - 1);
        parts.removeLast();
        end = title.lastIndexOf(parts.back(), end - 1) + parts.back().size();
    }
    return title.first(end).trimmed();
}

bool isNameOnly(const QString &title)
{
    return isNameShaped(title) || isHost(title);
}

QString siteCalled(const QString &title, const QString &host)
{
    for (const QString &name : namesIn(title)) {
        QString called = letters(name);
        if (name.startsWith("the "_L1, Qt::CaseInsensitive))
            called.remove(0, 3);
        if (called.size() > 3 && letters(host).contains(called))
            return name;
    }
    return title;
}

QString siteIn(const QString &pageTitle, const QString &articleTitle, const QString &host)
{
    const qsizetype at =
        articleTitle.isEmpty() ? -1 : pageTitle.indexOf(articleTitle, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    const QStringList before = namesIn(pageTitle.first(at));
    const QStringList behind = namesIn(pageTitle.sliced(at + articleTitle.size()));
    for (const QString &name : before + behind) {
        if (letters(name).size() > 3 && letters(host).contains(letters(name)))
            return name;
    }
    return behind.isEmpty() ? before.value(0) : behind.back();
}

} // namespace demarche::corpus::html
