package candor.forecasting.synthetic;

import candor.forecasting.market.Bar;

/**
 * One session of a made-up stock.
 *
 * @param bar as traded, prices in whole cents
 * @param dividend cash per share that goes ex on this session; 0 for none
 * @param splitRatio shares after for one before, from this session on; 1 for none
 * @param adjustedClose close adjusted for the dividends and splits after it, up to the last session generated: it is
 *     revised when more sessions are generated, everything else is not
 * @param trueStandardDeviation of the session's log return (dividend and split accounted for), given all that the
 *     process knows at the close before: overnight, intraday and jump variance; cents' rounding left out
 */
public record SyntheticSession(
        Bar bar, double dividend, double splitRatio, double adjustedClose, double trueStandardDeviation) {}
