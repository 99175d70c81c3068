using System.Text.Json;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Behaviour.Fixtures;

/// <summary>What a fixture holds, and what is needed to go on with it.</summary>
/// <param name="Clock">Where its virtual clock stands.</param>
/// <param name="Keys">API keys of its participants by username. They are good for this fixture and nothing else.</param>
/// <param name="Feed">A feed of ada's whose second post is not revealed yet.</param>
/// <param name="Salt">What reveals it.</param>
/// <param name="Simple">An agreement that ada may punish.</param>
/// <param name="Escrow">An escrow that waits for its delivery.</param>
/// <param name="Facts">See <see cref="FixtureFacts"/>.</param>
public sealed record FixtureContents(
    DateTimeOffset Clock,
    SortedDictionary<string, NumeraiCredentials> Keys,
    AgreementId Feed,
    string Salt,
    AgreementId Simple,
    AgreementId Escrow,
    SortedDictionary<string, string> Facts)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
