import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.AbstractHandler;

/** A bare Jetty whose handler answers every request with the same text. Arguments: the port on the loopback interface, the text. */
public final class Constant {

    private Constant() {
    }

    /** Serves until it is killed. */
    public static void main(String[] arguments) throws Exception {
        byte[] answer = arguments[1].getBytes(StandardCharsets.UTF_8);
        Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response) throws IOException {
                base.setHandled(true);
                response.setContentType("application/json;charset=UTF-8");
                response.setContentLength(answer.length);
                response.getOutputStream().write(answer);
            }
        });
        server.start();
        server.join();
    }
}
