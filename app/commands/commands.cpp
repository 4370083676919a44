#include "app/commands/command.h"

#include <vector>

namespace demarche::app {

extern const Command eval;
extern const Command exportCommand;
extern const Command parse;
extern const Command train;
#ifdef DEMARCHE_ANALYSIS
extern const Command analyze;
extern const Command importCommand;
#endif

std::span<const Command *const> commands()
{
    static const std::vector<const Command *> all{
        &eval,    &exportCommand, &parse, &train,
#ifdef DEMARCHE_ANALYSIS
        &analyze, &importCommand,
#endif
    };
    return all;
}

} // namespace demarche::app
