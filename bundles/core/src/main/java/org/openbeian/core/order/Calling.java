package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.CallAppointments;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.CallPlan;
import org.openbeian.api.order.CallWindow;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Review;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.time.WorkingDays;
import org.openbeian.core.message.Times;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The specialist's call by appointment (T-33, A-99, A-100). Thread-safe. */
@Component(service = {CallAppointments.class, Calling.class})
public final class Calling implements CallAppointments {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final OrderEngine engine;
    private final WorkingDays workingDays;
    private final CoreSettings settings;

    /** Created by Declarative Services. */
    @Activate
    public Calling(@Reference OrderEngine engine, @Reference WorkingDays workingDays, @Reference CoreSettings settings) {
        this.engine = engine;
        this.workingDays = workingDays;
        this.settings = settings;
    }

    @Override
    public CallPlan plan(Actor actor, String id) {
        Order order = engine.load(By.account(actor), id);
        String number = settings.callNumber().isBlank() ? null : settings.callNumber();
        return new CallPlan(number, order.review().windows(), order.state() == OrderState.PRE_REVIEW ? offered(engine.now()) : List.of(),
            settings.get().call_choices(), order.review().missedInARow(), settings.get().call_attempts(),
            next(order, settings, engine.now()).orElse(null), then(order, settings, engine.now()));
    }

    @Override
    public Order pick(Actor actor, String id, long version, List<Instant> starts) {
        return engine.move(By.account(actor), id, version, OrderEvent.CALL_APPOINTED, (order, now) -> {
            List<CallWindow> picked = check(starts, offered(now));
            picked.forEach(window -> engine.deadlines().remindOfCall(id, window));
            return Change.of(order.with(order.review().withWindows(picked)))
                .with("windows", String.join(" ", picked.stream().map(window -> window.from().toString()).toList()));
        });
    }

    private List<CallWindow> check(List<Instant> starts, List<CallWindow> offered) {
        int most = settings.get().call_choices();
        if (starts == null || starts.isEmpty() || starts.size() > most) {
            throw Refusals.invalid("call-windows", "Pick 1 to " + most + " of the offered windows by their beginnings.");
        }
        List<Finding> findings = new ArrayList<>();
        List<CallWindow> picked = new ArrayList<>();
        Set<Instant> seen = new HashSet<>();
        for (int i = 0; i < starts.size(); i++) {
            Instant start = starts.get(i);
            Optional<CallWindow> window = offered.stream().filter(one -> one.from().equals(start)).findFirst();
            if (window.isEmpty()) {
                findings.add(ServerFindings.block("call-window-not-offered", "/windows/" + i,
                    text("该时段不可预约", "No such window is offered"),
                    text("请从可预约时段中选择", "Pick one of those that are offered, by its beginning")));
            } else if (!seen.add(start)) {
                findings.add(ServerFindings.block("call-window-twice", "/windows/" + i,
                    text("该时段重复选择", "The window is named twice"), text("请删除重复项", "Leave one of them out")));
            } else {
                picked.add(window.get());
            }
        }
        if (!findings.isEmpty()) {
            throw Refusals.invalid("call-windows", "Not every window can be picked; nothing was changed.", findings);
        }
        picked.sort(Comparator.comparing(CallWindow::from));
        return picked;
    }

    /** The windows of the next working days of which the person can still be reminded. */
    private List<CallWindow> offered(Instant now) {
        Instant earliest = now.plus(settings.callReminder());
        List<CallWindow> offered = new ArrayList<>();
        LocalDate day = workingDay(now.atZone(SHANGHAI).toLocalDate());
        for (int i = 0; i < settings.get().call_days(); i++) {
            for (String span : settings.get().call_windows()) {
                String[] ends = span.split("-");
                CallWindow window = new CallWindow(at(day, ends[0]), at(day, ends[1]));
                if (!window.from().isBefore(earliest)) {
                    offered.add(window);
                }
            }
            day = workingDay(day.plusDays(1));
        }
        offered.sort(Comparator.comparing(CallWindow::from));
        return offered;
    }

    private LocalDate workingDay(LocalDate from) {
        return workingDays.plus(from.atStartOfDay(SHANGHAI).toInstant(), 0).atZone(SHANGHAI).toLocalDate();
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(SHANGHAI).toInstant();
    }

    /** When an order's next call is to be expected: in the first picked window, or some time after a missed call. */
    static Optional<Instant> next(Order order, CoreSettings settings, Instant now) {
        Review review = toCome(order.review(), now);
        if (order.state() != OrderState.PRE_REVIEW) {
            return Optional.empty();
        }
        Optional<Instant> picked = review.windows().stream().findFirst().map(CallWindow::from);
        return picked.or(() -> review.missedInARow() == 0 ? Optional.empty() : Optional.of(again(order, settings)));
    }

    /** The review without the windows that are over, in which nobody called. */
    private static Review toCome(Review review, Instant now) {
        return review.withWindows(review.windows().stream().filter(window -> now.isBefore(window.to())).toList());
    }

    /** When the call that follows the last one is to be made. */
    static Instant again(Order order, CoreSettings settings) {
        return last(order.review()).at().plus(settings.callAgain());
    }

    /** The last call; for an order of which there is one. */
    static CallAttempt last(Review review) {
        return review.calls().get(review.calls().size() - 1);
    }

    /** What happens next about the call of an order, for its applicant. */
    static LocalizedText then(Order order, CoreSettings settings, Instant now) {
        Review review = toCome(order.review(), now);
        if (order.state() != OrderState.PRE_REVIEW) {
            return order.state().isEditable()
                ? text("提交备案订单后，备案专员将致电负责人核实，届时可预约来电时间", "Once the order is handed in, a specialist calls the person in charge;"
                    + " windows for the call can be picked then")
                : text("目前无需电话核实", "No call is due at present");
        }
        if (!review.calls().isEmpty() && last(review).answered() && review.windows().isEmpty()) {
            return text("电话核实已完成，等待初审结果；如专员需再次致电，请保持电话畅通", "The call was made; the result of the pre-review comes next. Please keep the"
                + " phone at hand in case the specialist has to call again");
        }
        return coming(review, next(order, settings, now).orElse(null), settings);
    }

    private static LocalizedText coming(Review review, Instant next, CoreSettings settings) {
        boolean agreed = !review.windows().isEmpty();
        String number = settings.callNumber();
        String fromZh = number.isBlank() ? "" : "以 " + number + " ";
        String fromEn = number.isBlank() ? "" : " from " + number;
        String zh = "备案专员将在初审期限内" + fromZh + "致电负责人核实，可预约方便的时段";
        String en = "A specialist calls the person in charge" + fromEn + " within the time of the pre-review; windows can be picked for it";
        if (next != null) {
            String when = agreed ? Times.windows(review.windows()) : Times.time(next);
            zh = "备案专员将于 " + when + "（北京时间）" + (agreed ? "" : "左右") + fromZh + "致电负责人核实";
            en = "A specialist calls the person in charge" + fromEn + (agreed ? " in " : " at about ") + when + " (Beijing time)";
        }
        long after = settings.callAgain().toMinutes();
        int left = review.missesLeft(settings.callAttempts());
        return text(zh + "。如未接通，将在下一个预约时段或约 " + after + " 分钟后再次致电；还有 " + left + " 次致电机会，均未接通订单将被退回",
            en + ". If nobody answers, the next call comes in the next window that was picked, or about " + after
                + " minutes later; after " + left + " more missed call(s) the order is returned");
    }
}
