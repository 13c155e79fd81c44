package se.samspar.server;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samspar.security.OutcomeResponse;

/** Whatever fails outside the FHIR endpoint is answered in its form too, and points at it. */
@Controller
class ErrorPage implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        OutcomeResponse.send(
                request,
                response,
                status,
                PlainWords.code(status.value()),
                status.getReasonPhrase() + ". The FHIR endpoint is /fhir; what it offers is at /fhir/metadata.");
    }
}
