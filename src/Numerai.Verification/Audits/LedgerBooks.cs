using System.Collections.Immutable;
using System.Globalization;
using Numerai.Tournament.Ledger;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Audits;

/// <summary>All ledger accounts while the ledger is played back.</summary>
internal sealed class LedgerBooks
{
    private static readonly AccountHistory _none = new();
    private readonly Dictionary<string, AccountHistory> _owned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Int128> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Int128> _kinds = new(StringComparer.Ordinal);
    private Int128 _issued;

    /// <summary>An account's balance and how it came about.</summary>
    public AccountHistory Of(string account) => _owned.GetValueOrDefault(account, _none);

    /// <summary>Balances by kind of account.</summary>
    public ImmutableSortedDictionary<string, string> Kinds() => _kinds.ToImmutableSortedDictionary(
        kind => kind.Key, kind => kind.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public IEnumerable<(string Account, Int128 Balance)> SharedBelowZero() => _shared
        .Where(account => account.Value < 0 && account.Key != LedgerAccounts.Issued)
        .Select(account => (account.Key, account.Value))
        .OrderBy(account => account.Key, StringComparer.Ordinal);

    /// <summary>What came in less what went out, and what all accounts hold.</summary>
    public (Int128 Booked, Int128 Held) Issued()
    {
        var held = Int128.Zero;
        foreach (var (kind, wei) in _kinds)
        {
            held += kind == LedgerAccounts.Issued ? 0 : wei;
        }

        return (_issued, held);
    }

    /// <summary>Moves the amount; says what is wrong about it.</summary>
    public (string Code, string Message)? Post(LedgerLine line, Int128 wei, DateTimeOffset time)
    {
        _issued += line.Reason switch
        {
            nameof(LedgerReason.Mint) or nameof(LedgerReason.Deposit) or nameof(LedgerReason.Emission) => wei,
            nameof(LedgerReason.Withdrawal) => -wei,
            _ => 0,
        };
        return Add(line.Debit, line.Chain, -wei, time) ?? Add(line.Credit, line.Chain, wei, time);
    }

    private (string Code, string Message)? Add(string account, string chain, Int128 wei, DateTimeOffset time)
    {
        var kind = LedgerAccounts.KindOf(account);
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + wei;
        if (!LedgerRules.OwnedKinds.Contains(kind))
        {
            _shared[account] = _shared.GetValueOrDefault(account) + wei;
            return null;
        }

        if (!_owned.TryGetValue(account, out var history))
        {
            _owned.Add(account, history = new AccountHistory());
            _owners.Add(account, chain);
        }

        var balance = history.Add(wei, time);
        return _owners[account] != chain || (kind is "wallet" or "held" && chain != $"participant/{account[(kind.Length + 1)..]}")
            ? (AuditCodes.TransferNotAllowed, $"The account {account} belongs to the chain {_owners[account]}; {chain} may not move its "
                + "NMR.")
            : balance < 0
            ? (AuditCodes.BalanceNegative, $"It leaves {account} at {balance} wei.")
            : null;
    }
}
