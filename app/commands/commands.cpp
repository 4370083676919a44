#include "app/commands/command.h"

#include <vector>

namespace demarche::app {

extern const Command backup;
extern const Command check;
extern const Command eval;
extern const Command exportCommand;
extern const Command parse;
extern const Command train;
extern const Command analyze;
extern const Command importCommand;
#ifdef DEMARCHE_GUI
extern const Command chart;
#endif

std::span<const Command *const> commands()
{
    static const std::vector<const Command *> all{
        &analyze, &importCommand, &exportCommand, &backup, &check, &parse, &eval, &train,
#ifdef DEMARCHE_GUI
        &chart,
#endif
    };
    return all;
}

} // namespace demarche::app
