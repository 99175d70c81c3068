namespace Numerai.Web;

internal static class Placeholder;
