#pragma once

#include <QString>
#include <QStringList>

/// The titles of pages, which name the article, its site and often a section in one line.
namespace demarche::corpus::html {

/// "Headline" out of "Headline | World | Site", "Headline - Site", "Site: Headline". The longest of the
/// page's headings that stands in the title is it; else what remains without the site, by its name where that
/// is known, or by its being short and written as a name.
[[nodiscard]] QString withoutSite(const QString &title, const QString &site, const QStringList &headings);

/// Whether a title may be a site's or a section's name and no headline.
[[nodiscard]] bool isNameOnly(const QString &title);

/// Whether it is the name of a state's house: "Ministry of Foreign Affairs of the Republic of Norland".
[[nodiscard]] bool isInstitution(const QString &part);

/// The part of a site's own title that is called as its host is ("The Harbour Post" of "The Harbour Post:
/// World" at harbourpost.example); all of it where none is.
[[nodiscard]] QString siteCalled(const QString &title, const QString &host);

/// What a page's title says beside the article's: the name that is called as the host is, else the last
/// behind the article's title, else the first before it; empty where there is none.
[[nodiscard]] QString siteIn(const QString &pageTitle, const QString &articleTitle, const QString &host);

} // namespace demarche::corpus::html
