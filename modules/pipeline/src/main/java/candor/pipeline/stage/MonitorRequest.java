// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

/**
 * What of a request concerns Monitor.
 *
 * @param live whether the bars come from where the configuration says, so that their age tells something
 */
record MonitorRequest(DayRequest day, boolean live) {

    static MonitorRequest of(StageRequest request) {
        return new MonitorRequest(DayRequest.of(request), request.source() == null);
    }
}
