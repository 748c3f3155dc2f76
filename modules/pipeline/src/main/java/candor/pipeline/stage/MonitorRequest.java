// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.store.port.BarReference;

/**
 * What of a request concerns Monitor.
 *
 * @param live whether the bars come from where the configuration says, or from a provider that the input names, so that their
 *     age tells something; a file of a person's ends where it ends
 */
record MonitorRequest(DayRequest day, boolean live) {

    static MonitorRequest of(StageRequest request) {
        String source = request.source();
        boolean live = source == null || BarReference.of(source) instanceof BarReference.Provider;
        return new MonitorRequest(DayRequest.of(request), live);
    }
}
