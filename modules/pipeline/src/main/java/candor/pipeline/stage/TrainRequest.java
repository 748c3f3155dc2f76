// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import java.util.List;

/** What of a request concerns Train; components as in {@link StageRequest}. */
record TrainRequest(DayRequest day, int attempt, List<String> without) {

    static TrainRequest of(StageRequest request) {
        return new TrainRequest(DayRequest.of(request), request.attempt(), request.without());
    }
}
