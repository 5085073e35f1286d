package systole.shell.spinal

import java.nio.file.{Files, Path}
import java.util.concurrent.FutureTask
import java.util.{List => JavaList}
import scala.jdk.CollectionConverters._
import spinal.core._
import systole.rtl.GeneratedFile
import systole.shell.{ShellElaborator, ShellLink, ShellSpec}

/** SpinalHDL behind the plain Java interface. */
final class SpinalElaborator extends ShellElaborator {
  override def elaborate(spec: ShellSpec): JavaList[GeneratedFile] = {
    val folder = Files.createTempDirectory("systole-shell-")
    try {
      inBackground(() => generate(spec, folder))
      files(folder).filter(_.getFileName.toString.startsWith(spec.shellModule)).map(read).asJava
    } finally {
      files(folder).foreach(Files.delete(_))
      Files.delete(folder)
    }
  }

  /**
   * Runs in a daemon thread. The threads that SpinalHDL starts and leaves waiting are then daemons as well, so that the
   * program can end.
   */
  private def inBackground(work: Runnable): Unit = {
    val task = new FutureTask[Unit](work, ())
    val thread = new Thread(task, "shell")
    thread.setDaemon(true)
    thread.start()
    task.get()
  }

  private def generate(spec: ShellSpec, folder: Path): Unit = {
    val config = SpinalConfig(
      mode = Verilog,
      targetDirectory = folder.toString,
      oneFilePerComponent = true,
      headerWithDate = false,
      headerWithRepoHash = false,
      nameWhenByFile = false,
      withTimescale = false,
      printFilelist = false,
      removePruned = true
    ).withPrivateNamespace.withoutEnumString()
    Console.withOut(java.io.OutputStream.nullOutputStream()) {
      config.generateVerilog(spec.link match {
        case axi: ShellLink.Axi => new ShellAxi(spec, axi)
        case uart: ShellLink.Uart => new ShellUart(spec, uart)
      })
    }
  }

  private def files(folder: Path): List[Path] = {
    val listing = Files.list(folder)
    try listing.iterator().asScala.toList.sorted
    finally listing.close()
  }

  private def read(file: Path): GeneratedFile =
    new GeneratedFile("rtl/" + file.getFileName, Files.readString(file))
}
