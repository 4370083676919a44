#include "models/text/resource.h"

#include <QResource>

static void initialise()
{
    Q_INIT_RESOURCE(demarche);
}

namespace demarche {

Result<QByteArray> resource(const QString &path)
{
    static const bool once = (initialise(), true);
    Q_UNUSED(once)
    const QResource found(QStringLiteral(":/demarche/") + path);
    if (!found.isValid())
        return std::unexpected(Problem{path, QStringLiteral("no such resource in this build")});
    if (found.compressionAlgorithm() != QResource::NoCompression)
        return found.uncompressedData();
    return QByteArray::fromRawData(reinterpret_cast<const char *>(found.data()), found.size());
}

} // namespace demarche
