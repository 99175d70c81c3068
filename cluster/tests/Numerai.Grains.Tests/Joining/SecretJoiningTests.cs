using Numerai.Silo.Joining;
using Numerai.Web.Authentication;

namespace Numerai.Grains.Tests.Joining;

/// <summary>Silos of one machine that find each other by address.</summary>
public sealed class SecretJoiningTests
{
    [Fact]
    public async Task Silos_that_share_a_secret_join_and_answer_each_other()
    {
        var secrets = ServerSecrets.New();
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(secrets));
        await using var second = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(secrets), first.Address);

        Assert.Equal(2, await second.AnsweringAsync());
    }

    [Fact]
    public async Task A_silo_with_another_secret_is_refused_and_both_say_what_to_do()
    {
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(ServerSecrets.New()));

        var warnings = await TrialSilo.RefusedAsync(silo => silo.JoinOnlyBySecret(ServerSecrets.New()), first.Address);

        Assert.Contains("give all silos of a cluster the same Silo:Secret", warnings, StringComparison.Ordinal);
        Assert.Contains("give all silos of a cluster the same Silo:Secret", first.Warnings, StringComparison.Ordinal);
        Assert.Equal(1, await first.AnsweringAsync());
    }
}
