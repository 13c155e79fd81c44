package se.samspar.demo.year;

/** The kinds of courses, how many there are of each, and of what age the people are. */
enum CourseKind {
    CONSULTATION(34, true, 3, 86, new ConsultationCourse()),
    REFERRAL(24, true, 3, 86, new ReferralCourse()),
    CANCER(7, true, 50, 86, new CancerCourse()),
    ON_DEMAND(11, true, 18, 86, new OnDemandCourse()),
    CASE(20, true, 66, 86, new CaseCourse()),
    ACUTE(10, false, 1, 86, new AcuteCourse());

    private final double weight;
    private final boolean inOffices;
    private final int youngest;
    private final int oldest;
    private final Course course;

    CourseKind(double weight, boolean inOffices, int youngest, int oldest, Course course) {
        this.weight = weight;
        this.inOffices = inOffices;
        this.youngest = youngest;
        this.oldest = oldest;
        this.course = course;
    }

    double weight() {
        return weight;
    }

    /** Does it begin on working days, while offices are open? */
    boolean inOffices() {
        return inOffices;
    }

    int youngest() {
        return youngest;
    }

    int oldest() {
        return oldest;
    }

    Course course() {
        return course;
    }
}
