using System.Data.Common;
using System.Net.Sockets;
using Numerai.Tournament.Ports;
using Orleans.Runtime.Messaging;
using Orleans.Storage;

namespace Numerai.Grains.Calls;

/// <summary>Tells faults that pass by themselves from those that do not.</summary>
public static class TransientFaults
{
    /// <summary>The silo that had the grain is gone, or its place is being decided: the next call finds another one.</summary>
    public static bool IsLostSilo(Exception fault) => fault is
        SiloUnavailableException or OrleansMessageRejectionException or ConnectionFailedException or GatewayTooBusyException;

    /// <summary>
    /// Whatever may be better in a moment: a lost silo, a call that timed out, storage that does not answer, a row that another silo wrote
    /// in the meantime and that is being read again.
    /// </summary>
    public static bool MayPass(Exception fault) =>
        fault is GrainUnavailableException or TimeoutException or OperationCanceledException or IOException or SocketException
        || fault is InconsistentStateException
        || (fault is DbException database && DatabaseFaults.MayPass(database))
        || IsLostSilo(fault)
        || (fault.InnerException is { } inner && MayPass(inner));
}
