#pragma once

#include <QHash>
#include <QString>

#include <cstdint>

namespace demarche::corpus {

/// The words that a store's name ids stand for. Ids come out of a file, so any of them may be unknown.
class Names
{
public:
    void insert(std::uint32_t id, const QString &name) { m_names.insert(id, name); }

    /// Empty for id 0 and for an unknown id.
    [[nodiscard]] QString at(std::uint32_t id) const { return m_names.value(id); }
    [[nodiscard]] bool knows(std::uint32_t id) const { return m_names.contains(id); }
    [[nodiscard]] const QHash<std::uint32_t, QString> &all() const { return m_names; }

private:
    QHash<std::uint32_t, QString> m_names;
};

} // namespace demarche::corpus
