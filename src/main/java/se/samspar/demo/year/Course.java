package se.samspar.demo.year;

/** How one thing that units do together goes, from its beginning to its end or that of the year. */
interface Course {

    /** @throws NotYet where it goes on after the year */
    void run(Scene scene);
}
