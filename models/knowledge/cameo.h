#pragma once

#include "models/knowledge/table.h"

#include <QHash>
#include <QStringList>

namespace demarche::knowledge {

/// One CAMEO event code with what the tables say of it.
struct CameoCode
{
    QString code;         ///< two to four digits
    QString label;        ///< a line for a person, this project's own wording
    double goldstein = 0; ///< -10 … 10
    QString plover;       ///< "SANCTION"; empty for plain statements
    QString mode;         ///< PLOVER's mode; may be empty

    [[nodiscard]] QStringView root() const { return QStringView(code).left(2); }
};

/// The CAMEO event codes and PLOVER's types. Immutable once loaded.
class Cameo
{
public:
    /// Both tables from their bytes; a code twice, without its parent, out of scale or of an unknown PLOVER
    /// type is a Problem.
    [[nodiscard]] static Result<Cameo> load(const Table &codes, const Table &types);
    /// The shipped tables, loaded once for the process.
    [[nodiscard]] static const Result<Cameo> &shipped();

    /// The code's row; nullptr for none.
    [[nodiscard]] const CameoCode *find(const QString &code) const;
    /// In the order of the codes.
    [[nodiscard]] const std::vector<CameoCode> &codes() const { return m_codes; }
    /// A PLOVER type's score, -10 … 10; 0 for an unknown type.
    [[nodiscard]] double ploverScore(const QString &type) const { return m_scores.value(type); }
    /// The PLOVER types by name, in order of the alphabet.
    [[nodiscard]] QStringList ploverTypes() const
    {
        QStringList types = m_scores.keys();
        types.sort();
        return types;
    }

    [[nodiscard]] static std::span<const Column> codeColumns();
    [[nodiscard]] static std::span<const Column> typeColumns();

private:
    std::vector<CameoCode> m_codes;
    QHash<QString, int> m_byCode;
    QHash<QString, double> m_scores;
};

} // namespace demarche::knowledge
