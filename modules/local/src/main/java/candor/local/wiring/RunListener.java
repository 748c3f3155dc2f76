// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.forecasting.walkforward.Progress;
import candor.statemachine.ExecutionListener;

/** Listens to a run while it goes on: to its events, the sessions that Evaluate walks, and notices. */
public interface RunListener extends ExecutionListener, Progress {

    /** An execution of that name begins. */
    void started(String execution);

    /** What a stage wants a person to know, in one line. */
    void note(String text);
}
