package se.samspar.store;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Warnings found while a request was handled; said in its answer. */
public final class Warnings {

    private static final String ATTRIBUTE = Warnings.class.getName();

    private Warnings() {}

    static void say(List<Judgement> warnings) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && !warnings.isEmpty()) {
            List<Judgement> all = Stream.concat(ofCurrentRequest().stream(), warnings.stream())
                    .distinct() // a transaction that ran again says the same again
                    .toList();
            request.setAttribute(ATTRIBUTE, all, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @SuppressWarnings("unchecked") // only say() writes the attribute
    public static List<Judgement> ofCurrentRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object said = request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return said == null ? List.of() : (List<Judgement>) said;
    }
}
