#pragma once

#include "models/text/span.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

/// What an analysis finds in one article. All spans count UTF-16 units of the article's text. Indices
/// (ActorId …) are positions in Analysis's own lists; the record (record.h) writes them as "a1", "q1", "e1".
namespace demarche::analysis {

using text::Span;

enum class ActorKind : std::uint8_t { Person, Country, Organization, Group, Place };
enum class MentionForm : std::uint8_t { Name, Nominal, Pronoun, Metonym };
enum class QuoteKind : std::uint8_t { Direct, Mixed, Indirect };
enum class Realis : std::uint8_t { Actual, Future, Hypothetical, Negated };
enum class DateBasis : std::uint8_t { Unknown, Metadata, Dateline, Text, File, Option };

using ActorId = int; ///< index into Analysis::actors; -1 for none
using QuoteId = int; ///< index into Analysis::quotes; -1 for none

struct Mention
{
    Span span;
    MentionForm form = MentionForm::Name;
    int headToken = -1; ///< document-wide index of the mention's syntactic head
};

/// One actor with all its mentions in text order; never without a mention.
struct Actor
{
    QString name; ///< canonical: the fullest name known, or the fullest nominal for the unnamed
    ActorKind kind = ActorKind::Organization;
    QString country;       ///< ISO 3166-1 alpha-3 of the state it belongs to; empty for none
    QString role;          ///< "president", "spokesperson" …; may be empty
    bool official = false; ///< speaks for the state `country`
    QString code;          ///< CAMEO actor code, e.g. CHLGOV; may be empty
    std::vector<Mention> mentions;
};

struct Quote
{
    Span span;    ///< the quoted words without the marks; for an indirect quote its content
    Span content; ///< all that is attributed: for a mixed quote the clause around the marks too
    QuoteKind kind = QuoteKind::Direct;
    ActorId speaker = -1;
    Span cue;                   ///< "said"; empty where there is none
    std::vector<ActorId> about; ///< whom it is about
    double polarity = 0;        ///< -1 hostile … 1 friendly
};

/// A day, or a range of days where the text gives no single one. Both ends are included.
struct DateRange
{
    QDate first;
    QDate last;
    QString text; ///< the words that gave it, "On Tuesday"; empty where the article's own date was taken
    [[nodiscard]] bool isValid() const { return first.isValid(); }
};

struct Action
{
    Span span;                   ///< the clause
    Span trigger;                ///< the verb or noun that names the action
    std::vector<ActorId> source; ///< never empty
    std::vector<ActorId> target; ///< empty where the text names nobody
    QString cameo;               ///< "161"
    QString plover;              ///< "SANCTION"
    double goldstein = 0;        ///< -10 … 10
    Realis realis = Realis::Actual;
    std::optional<DateRange> date;
    QuoteId quote = -1; ///< the quote in which the action stands
};

/// One piece of evidence of a country's stance. Stances, article-wide or over a whole collection, are
/// weighted means of these (stances.h), so that they can be added up in any order.
struct Evidence
{
    enum class Kind : std::uint8_t { Action, Quote };
    Kind kind = Kind::Action;
    int finding = -1;  ///< index into Analysis::actions or ::quotes
    QString country;   ///< whose stance: ISO alpha-3
    QString target;    ///< toward whom: a state's ISO alpha-3 or a non-state actor's canonical name
    double value = 0;  ///< -10 hostile … 10 supportive
    double weight = 1; ///< > 0: intensity and realis; age is applied by whoever adds up
    QDate day;         ///< the action's day, else the article's; may be invalid
};

struct Stance
{
    QString country;
    QString target;
    double score = 0;          ///< [-10, 10]
    std::vector<int> evidence; ///< indices into Analysis::evidence; never empty
};

/// The day an article was published, and how that is known.
struct Published
{
    QDate date;
    DateBasis basis = DateBasis::Unknown;
};

/// What is known of an article beside its text when it is analysed.
struct Circumstances
{
    QString title;
    QString publisher;
    QStringList byline;
    Published published;
};

struct Analysis
{
    Published published; ///< as given, or found in the dateline or the text
    std::vector<Span> sentences;
    std::vector<Actor> actors;
    std::vector<Quote> quotes;
    std::vector<Action> actions;
    std::vector<Evidence> evidence;
    std::vector<Stance> stances;
    QStringList warnings;
};

} // namespace demarche::analysis
