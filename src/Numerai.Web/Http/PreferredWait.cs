using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Numerai.Contracts;

namespace Numerai.Web.Http;

/// <summary>How long a request waits for what it asks for to be done: "Prefer: wait=10" (RFC 7240), in seconds.</summary>
/// <param name="Patience">How long.</param>
/// <param name="Asked">Whether the request said so; then the answer says that it was kept to.</param>
internal sealed record PreferredWait(TimeSpan Patience, bool Asked) : IEndpointParameterMetadataProvider
{
    public const int LongestSeconds = 60;

    private const string Header = "Prefer";

    private static readonly PreferredWait _usual = new(TimeSpan.FromSeconds(30), false);

    public static ValueTask<PreferredWait?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<PreferredWait?>(Read(context.Request.Headers));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status202Accepted, null, []));

    /// <summary>Other preferences are not for this server to know, and are passed over.</summary>
    private static PreferredWait Read(IHeaderDictionary headers)
    {
        foreach (var preference in headers.GetCommaSeparatedValues(Header))
        {
            var pair = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair[0].Equals("wait", StringComparison.OrdinalIgnoreCase))
            {
                var text = pair.Length == 1 ? string.Empty : pair[1].Trim('"');
                return new PreferredWait(Seconds("The header 'Prefer: wait'", text), true);
            }
        }

        return _usual;
    }

    /// <exception cref="RefusedException">It is no number of seconds, or more than anyone waits.</exception>
    public static TimeSpan Seconds(string what, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new RefusedException(new Refusal(
                RefusalCodes.InvalidRequest,
                $"{what} is '{(text.Length > 20 ? text[..20] + "..." : text)}'; "
                    + $"it is a whole number of seconds, at most {LongestSeconds}."));

    public void Apply(HttpResponse response)
    {
        if (Asked)
        {
            response.Headers["Preference-Applied"] = string.Create(CultureInfo.InvariantCulture, $"wait={Patience.TotalSeconds}");
        }
    }
}
