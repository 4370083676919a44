#include "app/commands/command.h"

#include <vector>

namespace demarche::app {

extern const Command eval;
extern const Command parse;
extern const Command train;
#ifdef DEMARCHE_ANALYSIS
extern const Command analyze;
#endif

std::span<const Command *const> commands()
{
    static const std::vector<const Command *> all{
        &eval,
        &parse,
        &train,
#ifdef DEMARCHE_ANALYSIS
        &analyze,
#endif
    };
    return all;
}

} // namespace demarche::app
