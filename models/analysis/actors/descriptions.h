#pragma once

#include "models/analysis/actors/units.h"

namespace demarche::analysis {

/// A noun phrase about an office or group: "the Israeli Foreign Minister", "president of the European
/// Council".
struct Description
{
    int title = -1;        ///< unit of the title that heads it; -1 for none
    int first = 0;         ///< first token, without article
    int end = 0;           ///< one past the title's last token
    QString country;       ///< of the demonym, state or body in it; empty for none
    int organisation = -1; ///< unit of the body in it that belongs to no state ("OSCE chairman"), or -1
    int possessor = -1;    ///< token of "his", or of the person in "Arafat's aides"; -1 for none
    bool former = false;   ///< "former", "late", "ex-"
    bool definite = false;
    bool ofPrivate = false; ///< of a company, party or club: "vice-president of the think tank"
    bool counted = false;   ///< "two officials", "thousands of …"
    bool ofOthers =
        false; ///< of a body unknown or of many states: "Yad Vashem president", "European diplomat"

    [[nodiscard]] explicit operator bool() const { return title >= 0; }
};

/// Reads descriptions off the words beside names, by parts of speech and units rather than by the tree:
/// titles are where parsers err most.
class Descriptions
{
public:
    Descriptions(const Reading &reading, const Units &units)
        : m_reading(reading)
        , m_units(units)
    {
    }

    /// Of a person's name at tokens [first, end): before it ("Israeli Foreign Minister Israel Katz"), or
    /// about it between commas ("Tim Guldimann, the Swiss diplomat who …", "…, who is also the Swiss foreign
    /// minister").
    [[nodiscard]] Description ofName(int first, int end) const;
    /// All that the words after a name add: the second of two descriptions may give the state.
    [[nodiscard]] Description after(int end) const;
    /// Headed by a title unit that names nobody.
    [[nodiscard]] Description headedBy(int unit) const;

    [[nodiscard]] const knowledge::Title &title(const Description &d) const
    {
        return m_reading.knowledge.title(m_units[d.title].sense);
    }

private:
    [[nodiscard]] Description before(int token) const;
    [[nodiscard]] bool isComplement(int token) const;
    [[nodiscard]] bool isAgainst(int unit) const;
    [[nodiscard]] bool isPrivateBody(const Unit &) const;
    [[nodiscard]] Description behindComplement(int token) const;
    [[nodiscard]] bool isPart(int token) const;
    [[nodiscard]] Description beforeComma(int token) const;
    [[nodiscard]] Description startingAt(int token) const;
    void readModifiers(Description &) const;
    void readComplement(Description &) const;
    [[nodiscard]] int startOf(int token, int sentenceStart) const;
    [[nodiscard]] bool modifies(int token) const;
    void take(Description &, int unit) const;

    [[nodiscard]] const language::Word &word(int token) const { return m_reading.annotation.word(token); }
    [[nodiscard]] bool formIs(int token, QStringView form) const;
    [[nodiscard]] const text::Sentence &sentence(int token) const;

    const Reading &m_reading;
    const Units &m_units;
};

} // namespace demarche::analysis
