namespace Numerai.Client;

internal static class Placeholder;
