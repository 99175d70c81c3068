using System.Net;
using Numerai.Client;

namespace Numerai.Web.Tests.Support;

internal static class Refused
{
    /// <summary>The call is refused with this code and HTTP status, and with a sentence.</summary>
    public static async Task<NumeraiApiException> WithAsync(string code, HttpStatusCode status, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<NumeraiApiException>(call);
        Assert.Equal((code, status), (refusal.Code, refusal.Status));
        Assert.True(refusal.Message.Length > 20 && refusal.Message.EndsWith('.'), $"'{refusal.Message}' is no sentence.");
        return refusal;
    }
}
