#pragma once

#include "models/text/result.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <cstdint>

namespace demarche::language {

/// The base forms of English verbs, and which forms are irregular: mends what an edit of the ending, learnt
/// from few examples, makes of verbs that those lacked ("shelled": "shel"). A table of resources/language.
class VerbForms
{
public:
    /// Lines of a base form and its irregular forms, parted by a tab and |. A line of another form is a
    /// Problem.
    [[nodiscard]] static Result<VerbForms> parse(const QByteArray &bytes, const QString &where);
    [[nodiscard]] static const Result<VerbForms> &shipped();

    /// The base of a verb's form by its Penn tag, where the table tells it; else the lemma that was learnt.
    [[nodiscard]] QString base(QStringView form, std::uint8_t xpos, QString learnt) const;
    [[nodiscard]] int size() const { return int(m_bases.size()); }

private:
    [[nodiscard]] QString regular(const QString &form, QStringView ending) const;
    [[nodiscard]] QString known(const QString &plain, const QString &doubled) const;

    QSet<QString> m_bases;
    QHash<QString, QString> m_irregular; ///< from the form to its base
};

} // namespace demarche::language
