package se.samspar.audit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.IntPredicate;

/** A response whose first byte waits for the log; where there can be no log, none of it leaves. */
final class AuditedResponse extends HttpServletResponseWrapper {

    private final IntPredicate log;
    private boolean asked;
    private boolean withheld;

    /** @param log logs an answer with this status, and says whether it could */
    AuditedResponse(HttpServletResponse response, IntPredicate log) {
        super(response);
        this.log = log;
    }

    /** Logs the answer unless that was done; may it leave? */
    boolean mayLeave(int status) {
        if (!asked) {
            asked = true;
            withheld = !log.test(status);
        }
        return !withheld;
    }

    boolean isWithheld() {
        return withheld;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return mayLeave(getStatus()) ? super.getOutputStream() : new Nowhere();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return mayLeave(getStatus()) ? super.getWriter() : new PrintWriter(Writer.nullWriter());
    }

    @Override
    public void flushBuffer() throws IOException {
        if (mayLeave(getStatus())) {
            super.flushBuffer();
        }
    }

    /** Takes what is not to leave. */
    private static final class Nowhere extends ServletOutputStream {

        private final OutputStream nothing = OutputStream.nullOutputStream();

        @Override
        public void write(int octet) throws IOException {
            nothing.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("The answer is written in one go");
        }
    }
}
