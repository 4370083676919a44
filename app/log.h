#pragma once

namespace demarche::app {

/// Starts the program's log: to standard error when `verbose`, else to a rotating file in the state folder
/// ($XDG_STATE_HOME/demarche or ~/.local/state/demarche). Never messages for the user; never article text.
void startLog(bool verbose);

} // namespace demarche::app
