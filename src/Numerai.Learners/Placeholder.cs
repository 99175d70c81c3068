namespace Numerai.Learners;

internal static class Placeholder;
