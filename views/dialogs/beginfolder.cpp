#include "views/dialogs/beginfolder.h"

#include <QDir>
#include <QFileInfo>

namespace demarche::dialogs {

QString beginFolder(const QString &remembered, QStandardPaths::StandardLocation usual)
{
    for (const QString &folder : {remembered, QStandardPaths::writableLocation(usual)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

} // namespace demarche::dialogs
