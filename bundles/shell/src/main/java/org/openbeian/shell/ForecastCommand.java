package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Forecast;
import org.openbeian.api.order.Forecasts;
import org.openbeian.api.security.Actor;

/** Says how long filings take. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "forecast", description = "Says how long a filing may be expected to take, from this server's own")
public class ForecastCommand extends ReadCommand<Forecast> {

    @Argument(index = 0, name = "type", description = "Filing type, such as FIRST", required = true)
    @Completion(value = StringsCompleter.class, values = {"FIRST", "NEW_SERVICE", "ACCESS", "CHANGE_ORGANIZER", "CHANGE_SERVICE",
        "CHANGE_BOTH", "CANCEL_ORGANIZER", "CANCEL_SERVICE", "CANCEL_ACCESS"})
    String type;

    @Argument(index = 1, name = "province", description = "Province code; all provinces when left out")
    @Completion(ProvinceIdCompleter.class)
    String province;

    @Reference(optional = true)
    Forecasts forecasts;

    @Override
    Forecast read(Actor actor) throws CommandException {
        return need(forecasts, "Forecasts").of(Input.oneOf(FilingType.class, "type", type), province);
    }

    @Override
    void print(Forecast forecast) {
        out.println(forecast.halfDays() == null ? "Only " + forecast.orders() + " filings were granted here: too few to say anything."
                : "Half are done by day " + forecast.halfDays() + ", nine of ten by day " + forecast.ninthDays() + " (" + forecast.orders()
                + " filings, " + forecast.basis() + ").");
        out.println("Handed in now it is decided by " + Show.time(forecast.latest()) + ", if all terms are used up.");
        if (forecast.reservation() != null) {
            out.println(forecast.reservation().en() + ".");
        }
    }
}
