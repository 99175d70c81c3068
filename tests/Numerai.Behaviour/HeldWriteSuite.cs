using Numerai.Contracts;
using Numerai.Local.Faults;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Treasury;

namespace Numerai.Behaviour;

/// <summary>What others see of an actor while its row is being written, on any host: what is stored, and nothing else.</summary>
public abstract class HeldWriteSuite
{
    private static readonly AccountId _ada = NamedUuid.Account("ada");
    private static readonly Deposit _windfall = new("windfall", Nmr.FromNmr(1_000_000));
    private readonly HeldStep _write = new(FaultPoint.Write, $"participant/{_ada}");

    protected abstract Task<ITournamentHost> StartAsync(FaultPlan faults);

    [Fact]
    public async Task A_read_beside_a_write_sees_what_is_stored_and_a_write_that_fails_was_never_seen()
    {
        await using var host = await PreparedAsync();
        var deposit = await HeldDepositAsync(host);

        Assert.Equal(Nmr.FromNmr(100), await WalletAsync(host));
        _write.End(FaultEffect.Before);

        await Assert.ThrowsAnyAsync<Exception>(() => deposit);
        Assert.Equal(Nmr.FromNmr(100), await WalletAsync(host));
        await AssertBookedOnceAsync(host);
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_seen_once_it_has_been_read_again()
    {
        await using var host = await PreparedAsync();
        var deposit = await HeldDepositAsync(host);

        Assert.Equal(Nmr.FromNmr(100), await WalletAsync(host));
        _write.End(FaultEffect.After);

        await Assert.ThrowsAnyAsync<Exception>(() => deposit);
        Assert.Equal(Nmr.FromNmr(1_000_100), await WalletAsync(host));
        await AssertBookedOnceAsync(host);
    }

    [Fact]
    public async Task A_read_beside_a_write_that_succeeds_sees_the_old_and_the_next_one_the_new()
    {
        await using var host = await PreparedAsync();
        var deposit = await HeldDepositAsync(host);

        Assert.Equal(Nmr.FromNmr(100), await WalletAsync(host));
        _write.End(FaultEffect.None);

        Assert.Equal(Nmr.FromNmr(1_000_100), (await deposit).Require().Wallet);
        Assert.Equal(Nmr.FromNmr(1_000_100), await WalletAsync(host));
        await AssertBookedOnceAsync(host);
    }

    private async Task<ITournamentHost> PreparedAsync()
    {
        var host = await StartAsync(FaultPlan.Holding(_write));
        var key = new AddApiKey("ADAKEY".PadRight(32, 'A'), new string('0', 64), "first", ["read"]);
        (await host.Actors.Treasury().MintAsync(new Mint("genesis", Nmr.FromNmr(1000)))).Require();
        (await host.Actors.Participant(_ada).RegisterAsync(new RegisterAccount("ada", key))).Require();
        (await host.Actors.Participant(_ada).DepositAsync(new Deposit("first", Nmr.FromNmr(100)))).Require();
        return host;
    }

    /// <summary>A deposit on its way, up to the write of its row.</summary>
    private async Task<Task<Outcome<WalletView>>> HeldDepositAsync(ITournamentHost host)
    {
        _write.Arm();
        var deposit = host.Actors.Participant(_ada).DepositAsync(_windfall);
        await _write.Reached;
        return deposit;
    }

    private static async Task<Nmr> WalletAsync(ITournamentHost host) => (await host.Actors.Participant(_ada).GetAsync()).Require().Wallet;

    /// <summary>Whatever came of the first attempt, the caller gives the command again, twice.</summary>
    private static async Task AssertBookedOnceAsync(ITournamentHost host)
    {
        (await host.Actors.Participant(_ada).DepositAsync(_windfall)).Require();
        (await host.Actors.Participant(_ada).DepositAsync(_windfall)).Require();
        Assert.Equal(Nmr.FromNmr(1_000_100), await WalletAsync(host));
        await host.SettleAsync();
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, report.ToString());
        Assert.Equal(Nmr.FromNmr(1_001_100), report.Issued);
    }
}
