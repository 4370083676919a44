// Apart from table.cpp, because the program that compiles the tables reads them before there are any
// resources.
#include "models/knowledge/table.h"
#include "models/text/resource.h"

namespace demarche::knowledge {

Result<Table> Table::shipped(const QString &resourcePath, std::span<const Column> columns)
{
    const auto bytes = resource(resourcePath);
    if (!bytes)
        return std::unexpected(bytes.error());
    return parse(*bytes, resourcePath, columns);
}

} // namespace demarche::knowledge
