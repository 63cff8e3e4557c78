package dev.assay.fake.civitai;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * HTTP/1.1 on the loopback interface over plain sockets, so that a reply can also be dripped, cut,
 * reset or malformed, which {@code com.sun.net.httpserver} does not allow. One virtual thread a
 * connection; closing ends them all.
 */
final class LoopbackServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Function<Request, Reply> handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final String origin;

    private LoopbackServer(ServerSocket listener, Function<Request, Reply> handler) {
        this.listener = listener;
        this.handler = handler;
        this.origin = "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Listens at once; port 0 takes a free one. */
    static LoopbackServer start(int port, Function<Request, Reply> handler) throws IOException {
        ServerSocket listener =
                new ServerSocket(port, 256, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        LoopbackServer server = new LoopbackServer(listener, handler);
        Thread.ofVirtual().name("fake-accept").start(server::accept);
        return server;
    }

    /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
    String origin() {
        return origin;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().name("fake-connection").start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            while (more) {
                Request request = read(in, socket.getOutputStream());
                more = request != null && send(socket, request.method(), handler.apply(request));
            }
        } catch (IOException | InterruptedException e) {
            // The client went away, or a test closed the server: both are daily business here.
        } finally {
            open.remove(socket);
        }
    }

    private Request read(InputStream in, OutputStream out) throws IOException {
        String start = line(in);
        if (start == null) {
            return null;
        }
        String[] words = start.split(" ", 3);
        Map<String, List<String>> headers = headers(in);
        if (headers.containsKey("expect")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        int question = words[1].indexOf('?');
        String path = question < 0 ? words[1] : words[1].substring(0, question);
        String query = question < 0 ? "" : words[1].substring(question + 1);
        return new Request(origin, words[0], path, query, headers, body(in, headers));
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers)
            throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            return chunks(in);
        }
        List<String> length = headers.getOrDefault("content-length", List.of("0"));
        return in.readNBytes(Integer.parseInt(length.getFirst()));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = Integer.parseInt(line(in), 16);
        while (length > 0) {
            out.writeBytes(in.readNBytes(length));
            line(in);
            length = Integer.parseInt(line(in), 16);
        }
        line(in);
        return out.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** True when the connection may take another request. */
    private static boolean send(Socket socket, String method, Reply reply)
            throws IOException, InterruptedException {
        pause(reply.delay());
        byte[] wire = reply.wire(method);
        OutputStream out = socket.getOutputStream();
        switch (reply.delivery()) {
            case Delivery.Whole _, Delivery.ThenClose _ -> out.write(wire);
            case Delivery.Dripped(int bytes, Duration pause) -> drip(out, wire, bytes, pause);
            case Delivery.Cut(int bytes) -> out.write(wire, 0, Math.min(bytes, wire.length));
            case Delivery.Reset(int bytes) -> {
                out.write(wire, 0, Math.min(bytes, wire.length));
                socket.setSoLinger(true, 0);
            }
            case Delivery.Stalled(int bytes) -> {
                out.write(wire, 0, Math.min(bytes, wire.length));
                out.flush();
                socket.getInputStream().read();
            }
        }
        out.flush();
        return reply.delivery() instanceof Delivery.Whole;
    }

    private static void drip(OutputStream out, byte[] wire, int bytes, Duration pause)
            throws IOException, InterruptedException {
        for (int at = 0; at < wire.length; at += bytes) {
            out.write(wire, at, Math.min(bytes, wire.length - at));
            out.flush();
            pause(pause);
        }
    }

    private static void pause(Duration pause) throws InterruptedException {
        if (pause.isPositive()) {
            Thread.sleep(pause);
        }
    }
}
