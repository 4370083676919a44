#include "app/commands/command.h"

#include <vector>

namespace demarche::app {

#ifdef DEMARCHE_ANALYSIS
extern const Command analyze;
#endif

std::span<const Command *const> commands()
{
    static const std::vector<const Command *> all{
#ifdef DEMARCHE_ANALYSIS
        &analyze,
#endif
    };
    return all;
}

} // namespace demarche::app
