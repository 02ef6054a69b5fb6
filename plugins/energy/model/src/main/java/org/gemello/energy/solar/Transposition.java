package org.gemello.energy.solar;

/**
 * Irradiance on a tilted plane: diffuse model of R. Perez et al., Modeling daylight availability and irradiance components from direct
 * and global irradiance, Solar Energy 44 (1990), table 6; where there is no diffuse light or the sun is down, an isotropic sky.
 *
 * @param tilt    of the plane in degrees, 0: horizontal
 * @param azimuth it faces, clockwise from north in degrees
 * @param albedo  of the ground, 0..1
 */
public record Transposition(double tilt, double azimuth, double albedo) {
    private static final double[] CLEARNESS = {1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2};
    private static final double[][] COEFFICIENTS = {
        {-0.008, 0.588, -0.062, -0.060, 0.072, -0.022},
        {0.130, 0.683, -0.151, -0.019, 0.066, -0.029},
        {0.330, 0.487, -0.221, 0.055, -0.064, -0.026},
        {0.568, 0.187, -0.295, 0.109, -0.152, -0.014},
        {0.873, -0.392, -0.362, 0.226, -0.462, 0.001},
        {1.132, -1.237, -0.412, 0.288, -0.823, 0.056},
        {1.060, -1.600, -0.359, 0.264, -1.127, 0.131},
        {0.678, -0.327, -0.250, 0.156, -1.377, 0.251}};
    private static final double LOWEST_HEIGHT = Math.cos(Math.toRadians(85));

    public Transposition {
        if (!(tilt >= 0 && tilt <= 90 && albedo >= 0 && albedo <= 1 && Double.isFinite(azimuth))) {
            throw new IllegalArgumentException("tilt " + tilt + " (0..90 degrees), azimuth " + azimuth + ", albedo " + albedo + " (0..1)");
        }
    }

    /** In W/m2; extraterrestrial irradiance in W/m2. */
    public double onPlane(Irradiance light, SunPosition sun, double extraterrestrial) {
        double incidence = Math.max(0, sun.incidence(tilt, azimuth));
        double beam = sun.height() > 0 ? light.beam() * incidence : 0;
        double ground = light.global() * albedo * (1 - Math.cos(Math.toRadians(tilt))) / 2;
        return beam + ground + (light.diffuse() > 0 && sun.zenith() < 90 ? perez(light, sun, extraterrestrial, incidence)
                : isotropic(light));
    }

    private double isotropic(Irradiance light) {
        return light.diffuse() * (1 + Math.cos(Math.toRadians(tilt))) / 2;
    }

    private double perez(Irradiance light, SunPosition sun, double extraterrestrial, double incidence) {
        double z = Math.toRadians(sun.zenith());
        double cube = 1.041 * z * z * z;
        double clearness = ((light.diffuse() + light.beam()) / light.diffuse() + cube) / (1 + cube);
        int bin = 0;
        while (bin < CLEARNESS.length && clearness >= CLEARNESS[bin]) {
            bin++;
        }
        // relative air mass after Kasten and Young, Applied Optics 28 (1989)
        double mass = 1 / (sun.height() + 0.50572 * Math.pow(96.07995 - sun.zenith(), -1.6364));
        double brightness = light.diffuse() * mass / extraterrestrial;
        double[] c = COEFFICIENTS[bin];
        double circumsolar = Math.max(0, c[0] + c[1] * brightness + c[2] * z);
        double horizon = c[3] + c[4] * brightness + c[5] * z;
        double t = Math.toRadians(tilt);
        return Math.max(0, light.diffuse() * ((1 - circumsolar) * (1 + Math.cos(t)) / 2
                + circumsolar * incidence / Math.max(LOWEST_HEIGHT, sun.height()) + horizon * Math.sin(t)));
    }
}
