namespace Numerai.Scoring;

internal static class Placeholder;
