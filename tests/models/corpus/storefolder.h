#pragma once

#include <QString>
#include <QTemporaryDir>

namespace demarche::corpus {

/// A folder for the stores of one test program; it goes with them.
class StoreFolder
{
public:
    /// The path of a store that nobody has opened yet.
    [[nodiscard]] QString freshStore()
    {
        return m_folder.filePath(QStringLiteral("store%1").arg(++m_stores));
    }

private:
    QTemporaryDir m_folder;
    int m_stores = 0;
};

} // namespace demarche::corpus
