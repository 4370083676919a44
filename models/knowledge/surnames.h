#pragma once

#include <QString>
#include <QStringList>

namespace demarche::knowledge {

/// The short forms by which newspapers name somebody again, folded, atoms parted by one blank: of "Andrés
/// Manuel López Obrador" "obrador" and "lopez obrador", of "Bashar al-Assad" "al assad" and "assad", of "Xi
/// Jinping" (CHN) "xi".
[[nodiscard]] QStringList surnames(const QString &name, const QString &country);

/// Folded atoms parted by one blank: how names are keyed wherever their spelling is compared.
[[nodiscard]] QString nameKey(QStringView name);

} // namespace demarche::knowledge
