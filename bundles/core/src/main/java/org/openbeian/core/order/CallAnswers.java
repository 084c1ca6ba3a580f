package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.CallTask.CallItem;
import org.openbeian.api.order.CheckedItem;
import org.openbeian.api.rules.Finding;

/** What has to be logged of a call (T-34 to T-37). Stateless. */
final class CallAnswers {

    private static final int NOTE_MAX = 500;

    private CallAnswers() {
    }

    /** Refuses what is wrong with a call whatever order it is about. */
    static void check(CallAttempt call) {
        if (call == null) {
            throw Refusals.invalid("call-missing", "Say how the call went.");
        }
        boolean all = call.knowsOfFiling() != null && call.lastSixMatch() != null
            && (call.dataConfirmed() != null || !call.items().isEmpty());
        boolean none = call.knowsOfFiling() == null && call.lastSixMatch() == null && call.dataConfirmed() == null
            && call.items().isEmpty() && call.told() == null && call.understood() == null;
        if (call.answered() ? !all : !none) {
            throw Refusals.invalid("call-incomplete", "An answered call needs knowsOfFiling, lastSixMatch (or lastSix), and items or"
                + " dataConfirmed; a missed one has none of them.");
        }
        if (call.note() != null && (call.note().length() > NOTE_MAX || !Shape.isClean(call.note()))) {
            throw Refusals.invalid("note-malformed", "A note has at most " + NOTE_MAX + " characters and no control characters.");
        }
    }

    /** An answered call with a result for each item of the checklist. */
    static CallAttempt complete(CallAttempt call, List<CallItem> checklist) {
        if (!call.answered()) {
            return call;
        }
        List<CheckedItem> items = call.items().isEmpty() ? all(call, checklist) : call.items();
        checkItems(items, checklist);
        boolean confirmed = items.stream().allMatch(CheckedItem::matches);
        if (call.dataConfirmed() != null && call.dataConfirmed() != confirmed) {
            throw Refusals.invalid("call-contradictory", "dataConfirmed says otherwise than the items; leave it out.");
        }
        CallAttempt whole = new CallAttempt(call.at(), call.specialist(), true, call.knowsOfFiling(), call.lastSixMatch(), confirmed,
            call.note(), items, call.told(), call.understood());
        checkTold(whole);
        return whole;
    }

    private static List<CheckedItem> all(CallAttempt call, List<CallItem> checklist) {
        if (!call.dataConfirmed()) {
            throw Refusals.invalid("call-items-missing", "Say item by item what the person confirmed and what not; the call task lists"
                + " the items.");
        }
        return checklist.stream().map(item -> new CheckedItem(item.pointer(), true)).toList();
    }

    private static void checkItems(List<CheckedItem> items, List<CallItem> checklist) {
        Set<String> wanted = checklist.stream().map(CallItem::pointer).collect(Collectors.toSet());
        Set<String> given = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            CheckedItem item = items.get(i);
            if (item == null || !wanted.contains(item.pointer()) || !given.add(item.pointer())) {
                findings.add(ServerFindings.block("call-item-unknown", "/items/" + i,
                    text("核对项不存在或重复", "The checklist has no such item, or it is named twice"),
                    text("请按核对清单填写", "Name each item of the call task once")));
            }
        }
        wanted.stream().filter(pointer -> !given.contains(pointer)).sorted().forEach(pointer -> findings.add(
            ServerFindings.block("call-item-missing", pointer, text("该核对项没有结果", "The item has no result"),
                text("请记录是否一致", "Say whether it matches"))));
        if (!findings.isEmpty()) {
            throw Refusals.invalid("call-items", "The checklist is not complete; " + findings.size() + " things are wrong with it.",
                findings);
        }
    }

    /** Who is to be told what is wrong must have been told, or it is said that he was not (T-37). */
    private static void checkTold(CallAttempt call) {
        if (!call.isGood() && call.told() == null) {
            throw Refusals.invalid("call-told-missing", "Something does not match: say whether the person was told (told).");
        }
        if (Boolean.TRUE.equals(call.told()) != (call.understood() != null)) {
            throw Refusals.invalid("call-understood", "Once something was told, and only then, say whether it was understood"
                + " (understood).");
        }
    }
}
