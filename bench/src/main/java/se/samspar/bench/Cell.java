package se.samspar.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One line of the table: a kind of work with a number of clients. */
record Cell(Work work, int clients) {

    private static final List<Integer> CLIENTS = List.of(1, 8);

    static Stream<Cell> all() {
        return Arrays.stream(Work.values()).flatMap(work -> CLIENTS.stream().map(clients -> new Cell(work, clients)));
    }
}
