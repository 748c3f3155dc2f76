// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.store.run.Approval;
import org.jspecify.annotations.Nullable;

/** What of a request concerns Promote; components as in {@link StageRequest}. */
record PromoteRequest(DayRequest day, @Nullable Approval approval) {

    static PromoteRequest of(StageRequest request) {
        return new PromoteRequest(DayRequest.of(request), request.approval());
    }
}
