#pragma once

#include <QDate>
#include <QFlags>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

/// What the analyst looks at. A Lens is a plain value: it says which articles and which evidence are shown,
/// and nothing of how they are drawn.
namespace demarche::lens {

/// The two kinds of findings that bear evidence.
enum class Kind : std::uint8_t { Action = 1, Quote = 2 };
Q_DECLARE_FLAGS(Kinds, Kind)
inline constexpr Kinds allKinds{Kind::Action, Kind::Quote};

/// Gives a country's or an actor's name for people from its key (an ISO 3166-1 alpha-3 code, or a name as it
/// is).
using NameOf = std::function<QString(const QString &key)>;

/// What is told of a lens: the names of its countries and of its sources (sources.h).
struct Names
{
    NameOf country;
    NameOf source;
};

/// A filter. A default-made one shows everything, toward the most frequent target.
struct Lens
{
    QString target;        ///< toward whom: ISO alpha-3 or a non-state actor's name; empty: the most frequent
    QStringList countries; ///< whose stance, ISO alpha-3, sorted; empty: all
    QDate from;            ///< first day, included; invalid: open
    QDate to;              ///< last day, included; invalid: open
    QString search;        ///< as typed; empty: none
    QStringList publishers; ///< sorted; empty: all
    QStringList sources; ///< feeds, folders and groups of them, by their keys (sources.h), sorted; empty: all
    Kinds kinds = allKinds;
    bool countCopies = false; ///< each copy of a story counts; else a story counts once

    bool operator==(const Lens &) const = default;
    /// Nothing is filtered away (the target does not filter).
    [[nodiscard]] bool showsAll() const;
};

/// The parts of which a lens is made.
enum class Facet : std::uint8_t { Target, Country, Dates, Search, Publisher, Source, Kind, Copies };

/// One part of a lens that can be taken away by itself: what a chip shows.
struct LensPart
{
    Facet facet = Facet::Target;
    QString value; ///< the country's, publisher's or source's key; empty where the facet has only one part
    QString words; ///< "Colombia", "from 1 Oct 2023", "“recall”"
};

/// Every part that filters, in a fixed order. The target is no part: it is always there.
[[nodiscard]] std::vector<LensPart> parts(const Lens &lens, const Names &names);
[[nodiscard]] Lens without(Lens lens, const LensPart &part);
/// All filters gone, the target kept.
[[nodiscard]] Lens cleared(const Lens &lens);
/// With only this country; where it is the only one already, with none.
[[nodiscard]] Lens withOnly(Lens lens, const QString &iso3);
/// With this country added, or taken away where it was in.
[[nodiscard]] Lens toggled(Lens lens, const QString &iso3);
/// The same of the sources.
[[nodiscard]] Lens withOnlySource(Lens lens, const QString &key);
[[nodiscard]] Lens withSourceToggled(Lens lens, const QString &key);
[[nodiscard]] Lens withDates(Lens lens, QDate first, QDate last);

/// The filter in words, "Colombia, Chile; 1 Oct 2023 – 30 Jun 2024; search “recall”"; "All articles" for
/// none.
[[nodiscard]] QString inWords(const Lens &lens, const Names &names);
/// "1 Oct 2023 – 30 Jun 2024", "from 1 Oct 2023", "until 30 Jun 2024"; empty where both ends are open.
[[nodiscard]] QString inWords(QDate from, QDate to);

[[nodiscard]] QJsonObject toJson(const Lens &lens);
/// What cannot be read is left as in a fresh lens.
[[nodiscard]] Lens lensFromJson(const QJsonObject &object);

} // namespace demarche::lens

Q_DECLARE_OPERATORS_FOR_FLAGS(demarche::lens::Kinds)
